package org.gardefroid.vaccines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.RefusedValue;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;

/**
 * What is known of a product: data with a source, a revision and, once a pharmacist has signed it, a name. What it does
 * not say is neither zero nor unlimited, but absent.
 *
 * @param revision counts up from 1 with every change
 * @param source where the figures come from, for a person to look up
 * @param validation empty until a pharmacist has signed this very revision
 * @param gtins which it holds for; of any where there is none
 * @param lots which it holds for; of any where there is none. One that names lots goes before one that does not
 * @param inUse what follows each step
 * @param tolerance how long it may leave its band, added up over any 48 hours; absent where nothing is known, and then it may not
 * @param contact whom to ask where the profile has no answer
 */
public record ProductProfile(
        ProductId product,
        int revision,
        LocalDate revised,
        String source,
        Optional<Validation> validation,
        String nameFr,
        String nameEn,
        List<Gtin> gtins,
        List<String> lots,
        Optional<Integer> dosesPerVial,
        Storage storage,
        Map<VialStep, InUse> inUse,
        Optional<Duration> tolerance,
        List<Precaution> precautions,
        Optional<String> contact) {

    /** Who signed it, and when. */
    public record Validation(String by, LocalDate on) {
        public Validation {
            if (by.isBlank()) {
                throw new RefusedValue("personne ne l’a signé : « " + by + " »", "nobody signed it: \"" + by + '"');
            }
        }
    }

    /** What else a hand must know; the text is the service's. */
    public enum Precaution {
        FREEZE_SENSITIVE, DO_NOT_REFREEZE, PROTECT_FROM_LIGHT, KEEP_UPRIGHT, DO_NOT_SHAKE
    }

    public ProductProfile {
        gtins = List.copyOf(gtins);
        lots = List.copyOf(lots);
        inUse = Map.copyOf(inUse);
        precautions = List.copyOf(precautions);
        if (revision < 1) {
            throw new RefusedValue("une révision doit être 1 ou plus : " + revision,
                    "a revision must be 1 or more: " + revision);
        }
        if (dosesPerVial.filter(doses -> doses < 1).isPresent()) {
            throw new RefusedValue("un flacon a 1 dose ou plus : " + dosesPerVial.get(),
                    "a vial must have 1 dose or more: " + dosesPerVial.get());
        }
        for (Map.Entry<VialStep, InUse> each : inUse.entrySet()) {
            if (!isStart(each.getKey())) {
                throw new RefusedValue("aucun délai ne commence par " + each.getKey().code(),
                        "no time begins with " + each.getKey().code());
            }
            if (each.getValue() instanceof InUse.CountsFrom(VialStep earlier)
                    && !(inUse.get(earlier) instanceof InUse.Lasts)) {
                throw new RefusedValue(
                        each.getKey().code() + " compte depuis " + earlier.code() + ", qui n’a pas de délai à lui",
                        each.getKey().code() + " counts from " + earlier.code() + ", which has no time of its own");
            }
        }
    }

    /** Of a product that nothing is known of: whatever is done with its vials, no figure says for how long. */
    public static ProductProfile withoutFigures(ProductId product) {
        return new ProductProfile(product, 1, LocalDate.EPOCH, "", Optional.empty(), product.value(), product.value(),
                List.of(), List.of(), Optional.empty(),
                Storage.of(new TemperatureBand(Temperature.ofCelsius(2), Temperature.ofCelsius(8))),
                Map.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /** The same figures, signed so: for trying what they would allow. */
    public ProductProfile with(Validation signature) {
        return new ProductProfile(product, revision, revised, source, Optional.of(signature), nameFr, nameEn, gtins,
                lots,
                dosesPerVial, storage, inUse, tolerance, precautions, contact);
    }

    /** Whether a pharmacist had signed it by then. A day begins at 00:00 UTC: what is signed later does not count before. */
    public boolean isSignedBy(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return validation.filter(signed -> !signed.on().isAfter(today)).isPresent();
    }

    /** Whether it holds for this lot of this product. */
    public boolean holdsFor(Optional<Gtin> gtin, Optional<String> lot) {
        return (gtins.isEmpty() || gtin.isEmpty() || gtins.contains(gtin.get()))
                && (lots.isEmpty() || lot.isPresent() && lots.contains(lot.get()));
    }

    /** Whether a clock begins with it. */
    public static boolean isStart(VialStep step) {
        return switch (step) {
            case THAWED, PUNCTURED, DILUTED, RECONSTITUTED, DRAWN_UP -> true;
            case VOIDED, FINISHED -> false;
        };
    }
}
