package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.Gtin;

/**
 * What is known of a container from its label.
 *
 * @param lot the lot that a vial is of, or a syringe
 * @param vial the vial that a syringe was drawn from
 * @param lotNumber the manufacturer's, where the lot is called otherwise here
 * @param expiry the end of its last day
 */
public record Label(
        Optional<ContainerId> lot,
        Optional<ContainerId> vial,
        Optional<ProductId> product,
        Optional<Gtin> gtin,
        Optional<String> lotNumber,
        Optional<Instant> expiry) {

    public static final Label NONE = new Label(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /**
     * So long may the ends of two dates lie apart and be one date: events tell the end of a day by their own offset, and
     * two days that follow each other end farther apart.
     */
    private static final Duration SAME_DATE = Duration.ofHours(12);

    /** Not a syringe's. */
    public Label(Optional<ContainerId> lot, Optional<ProductId> product, Optional<Gtin> gtin,
            Optional<String> lotNumber, Optional<Instant> expiry) {
        this(lot, Optional.empty(), product, gtin, lotNumber, expiry);
    }

    public static Label ofProduct(ProductId product) {
        return new Label(Optional.empty(), Optional.of(product), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A vial's, that says which lot it is of. */
    public static Label ofLot(String number) {
        return new Label(Optional.of(new ContainerId(ContainerId.Kind.LOT, number)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Label ofVial(ContainerId vial) {
        return new Label(Optional.empty(), Optional.of(vial), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** This, and what {@code other} knows beside it. Of two expiries the earlier counts. */
    Label and(Label other) {
        return new Label(lot.or(other::lot), vial.or(other::vial), product.or(other::product), gtin.or(other::gtin),
                lotNumber.or(other::lotNumber),
                expiry.filter(own -> other.expiry.filter(own::isAfter).isEmpty()).or(other::expiry));
    }

    /** Whether the two cannot be of one container. */
    boolean contradicts(Label other) {
        return differ(product, other.product) || differ(gtin, other.gtin) || differ(lot, other.lot)
                || differ(vial, other.vial) || differ(lotNumber, other.lotNumber) || isOtherDate(other);
    }

    private boolean isOtherDate(Label other) {
        return expiry.isPresent() && other.expiry.isPresent()
                && Duration.between(expiry.get(), other.expiry.get()).abs().compareTo(SAME_DATE) > 0;
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
