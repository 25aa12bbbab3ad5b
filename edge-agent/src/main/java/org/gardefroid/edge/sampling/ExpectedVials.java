package org.gardefroid.edge.sampling;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.hardware.VialRefused;
import org.gardefroid.hardware.VialRefused.Reason;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.gs1.ExpectedLot;
import org.gardefroid.vaccines.gs1.Label;
import org.gardefroid.vaccines.gs1.ScanCheck;
import org.gardefroid.vaccines.gs1.ScanFinding;

/**
 * What may be opened here on a day. Expected are the lots that the brief puts into the box; where it names none, its
 * products, and of each the lots that its profile names, or any where it names none.
 *
 * @param placed what the brief puts into the box
 */
public record ExpectedVials(List<ProductProfile> products, List<ExpectedLot> placed, LocalDate today) {

    /** What is to be said of a label. */
    public sealed interface Answer {

        /** Nothing speaks against it. */
        record Expected(ProductProfile profile) implements Answer {}

        record Refused(VialRefused why) implements Answer {}
    }

    public ExpectedVials {
        products = List.copyOf(products);
        placed = List.copyOf(placed);
    }

    public Answer ask(Label label) {
        List<ProductProfile> profiles = products.stream()
                .filter(profile -> label.gtin().filter(profile.gtins()::contains).isPresent()).toList();
        List<ExpectedLot> lots = placed.isEmpty()
                ? profiles.stream().flatMap(profile -> lots(profile, label).stream()).toList()
                : placed;
        Optional<ScanFinding> against = new ScanCheck(lots).check(label, today).stream().findFirst();
        if (against.isPresent()) {
            return new Answer.Refused(why(against.get()));
        }
        // One that names the lot goes before one that holds for any.
        Optional<ProductProfile> profile = profiles.stream().filter(each -> !each.lots().isEmpty())
                .filter(each -> each.holdsFor(label.gtin(), label.lot())).findFirst()
                .or(() -> profiles.stream().findFirst());
        return profile.<Answer>map(Answer.Expected::new).orElseGet(() -> new Answer.Refused(
                new VialRefused(Reason.UNKNOWN_PRODUCT, label.gtin().map(Gtin::value).orElse("?"))));
    }

    /** Where there is one way to open it, nobody needs to say which. What counts from another step opens nothing. */
    public static Optional<VialStep> onlyStep(ProductProfile profile) {
        List<VialStep> steps = profile.inUse().entrySet().stream().filter(step -> ProductProfile.isStart(step.getKey()))
                .filter(step -> step.getValue() instanceof InUse.Lasts).map(Map.Entry::getKey).toList();
        return steps.size() == 1 ? Optional.of(steps.getFirst()) : Optional.empty();
    }

    /** A vial's name by its serial number, so that the same one is not counted twice; empty without one. */
    public static Optional<VialId> name(Label label) {
        return label.gtin().flatMap(gtin -> label.serial()
                .map(serial -> gtin.value() + "-" + serial.toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("[0-9][a-z0-9._-]{0,62}")).map(VialId::new));
    }

    private static List<ExpectedLot> lots(ProductProfile profile, Label label) {
        Gtin gtin = label.gtin().orElseThrow();
        return profile.lots().isEmpty()
                ? List.of(new ExpectedLot(gtin, label.lot().orElse(""), Optional.empty()))
                : profile.lots().stream().map(lot -> new ExpectedLot(gtin, lot, Optional.empty())).toList();
    }

    private static VialRefused why(ScanFinding finding) {
        return switch (finding) {
            case ScanFinding.ProductNotRead _ -> new VialRefused(Reason.UNREADABLE, "");
            case ScanFinding.UnknownProduct(Gtin gtin) -> new VialRefused(Reason.UNKNOWN_PRODUCT, gtin.value());
            case ScanFinding.LotNotRead _ -> new VialRefused(Reason.WRONG_LOT, "?");
            case ScanFinding.WrongLot(String lot, List<String> _) -> new VialRefused(Reason.WRONG_LOT, lot);
            case ScanFinding.ExpiredLot(LocalDate day) -> new VialRefused(Reason.EXPIRED, day.toString());
            case ScanFinding.OtherExpiry(LocalDate label, LocalDate _) ->
                new VialRefused(Reason.WRONG_LOT, label.toString());
        };
    }
}
