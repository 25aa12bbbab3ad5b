package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.Gtin;

/**
 * What is known of a container from its label.
 *
 * @param lot the lot that a vial is of
 * @param lotNumber the manufacturer's, where the lot is called otherwise here
 * @param expiry the end of its last day
 */
public record Label(
        Optional<ContainerId> lot,
        Optional<ProductId> product,
        Optional<Gtin> gtin,
        Optional<String> lotNumber,
        Optional<Instant> expiry) {

    public static final Label NONE = new Label(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    public static Label ofProduct(ProductId product) {
        return new Label(Optional.empty(), Optional.of(product), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A vial's, that says which lot it is of. */
    public static Label ofLot(String number) {
        return new Label(Optional.of(new ContainerId(ContainerId.Kind.LOT, number)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** This, and what {@code other} knows beside it. Of two expiries the earlier counts. */
    Label and(Label other) {
        return new Label(lot.or(other::lot), product.or(other::product), gtin.or(other::gtin),
                lotNumber.or(other::lotNumber),
                expiry.filter(own -> other.expiry.filter(own::isAfter).isEmpty()).or(other::expiry));
    }

    /** Whether the two cannot be of one container. */
    boolean contradicts(Label other) {
        return differ(product, other.product) || differ(gtin, other.gtin) || differ(lot, other.lot)
                || differ(lotNumber, other.lotNumber);
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
