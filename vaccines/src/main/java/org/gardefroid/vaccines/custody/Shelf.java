package org.gardefroid.vaccines.custody;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.ProductProfile;

/** The profiles that there are, and which of them a container may be judged by. */
final class Shelf {

    /** Of what nothing is known of, one that has no figure at all. */
    static final ProductProfile UNKNOWN = ProductProfile.withoutFigures(new ProductId("unknown"));

    private final List<ProductProfile> profiles;

    Shelf(Collection<ProductProfile> profiles) {
        this.profiles = profiles.stream().sorted(Comparator.comparing((ProductProfile each) -> each.product().value())
                .thenComparing(ProductProfile::revision, Comparator.reverseOrder())).toList();
    }

    /** One where it is known what it is; several where nobody has said so; none where there is no such profile. */
    List<ProductProfile> candidates(Custody custody, Life life) {
        Label label = life.label();
        Optional<ProductId> product = label.product().or(life::chosen);
        if (product.isEmpty() && label.gtin().isEmpty()) {
            List<ProductProfile> beside = beside(custody, life);
            if (!beside.isEmpty()) {
                return beside;
            }
        }
        return matching(product, label, lotNumber(life));
    }

    private List<ProductProfile> matching(Optional<ProductId> product, Label label, Optional<String> lot) {
        List<ProductProfile> holding = profiles.stream()
                .filter(each -> product.filter(named -> !named.equals(each.product())).isEmpty())
                .filter(each -> product.isPresent() || label.gtin().isEmpty()
                        || each.gtins().contains(label.gtin().get()) || profiles.size() == 1)
                .filter(each -> each.holdsFor(label.gtin(), lot)).toList();
        List<ProductProfile> chosen = new ArrayList<>();
        for (ProductProfile each : holding) {
            boolean hasBetter = holding.stream().anyMatch(other -> other.product().equals(each.product())
                    && (!other.lots().isEmpty() && each.lots().isEmpty()
                            || other.lots().isEmpty() == each.lots().isEmpty() && other.revision() > each.revision()));
            if (!hasBetter) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    /** Those of the lots in the same equipment: an unnamed vial in a box is of one of them. */
    private List<ProductProfile> beside(Custody custody, Life life) {
        Set<ProductProfile> beside = new LinkedHashSet<>();
        Set<PlaceId> been = new LinkedHashSet<>();
        life.stays().forEach(stay -> stay.place().near().ifPresent(been::add));
        for (Life other : custody.lives()) {
            boolean isNamed = other.label().product().isPresent() || other.label().gtin().isPresent();
            if (isNamed && other.container().kind() == ContainerId.Kind.LOT
                    && other.stays().stream().flatMap(stay -> stay.place().near().stream()).anyMatch(been::contains)) {
                beside.addAll(matching(other.label().product(), other.label(), lotNumber(other)));
            }
        }
        return List.copyOf(beside);
    }

    /** Whether the code on its label is that of another product than it is said to be. */
    boolean isOfAnotherProduct(Life life) {
        Optional<ProductId> product = life.label().product().or(life::chosen);
        return product.isPresent()
                && life.label().gtin().filter(gtin -> isOnlyOfOthers(gtin, product.get())).isPresent();
    }

    private boolean isOnlyOfOthers(Gtin gtin, ProductId product) {
        return profiles.stream().anyMatch(each -> each.gtins().contains(gtin))
                && profiles.stream().noneMatch(each -> each.product().equals(product) && each.gtins().contains(gtin));
    }

    private static Optional<String> lotNumber(Life life) {
        return life.label().lotNumber().or(() -> root(life).container().kind() == ContainerId.Kind.LOT
                ? Optional.of(root(life).container().name())
                : Optional.empty());
    }

    private static Life root(Life life) {
        return life.from().map(Shelf::root).orElse(life);
    }
}
