package org.gardefroid.vaccines;

import java.time.Duration;
import java.util.Optional;
import org.gardefroid.telemetry.RefusedValue;

/**
 * A time that a product may spend outside its store, added up over its life.
 *
 * @param name how this one is called in outputs, such as {@code unopened} or {@code total}
 * @param title how a person calls it; without one, by what its name is known for
 * @param allowance absent where the band is known and the time is not: whatever is spent then holds the product
 * @param counts during which part of its life
 */
public record Budget(
        String name, TemperatureBand band, Optional<Duration> allowance, Counts counts, Optional<Title> title) {

    /** In a sentence, between quotation marks. */
    public record Title(String fr, String en) {
        public Title {
            if (fr.isBlank() || en.isBlank()) {
                throw new RefusedValue("le titre d’un budget doit dire quelque chose, en français et en anglais",
                        "a budget's title must say something, in French and in English");
            }
        }
    }

    public Budget(String name, TemperatureBand band, Optional<Duration> allowance, Counts counts) {
        this(name, band, allowance, counts, Optional.empty());
    }

    /** When a minute counts: before it is opened (punctured, diluted or reconstituted), from then on, or in both. */
    public enum Counts {
        UNOPENED, OPENED, ALWAYS;

        public boolean whenOpened(boolean opened) {
            return switch (this) {
                case UNOPENED -> !opened;
                case OPENED -> opened;
                case ALWAYS -> true;
            };
        }
    }

    public Budget {
        if (name.isBlank()) {
            throw new RefusedValue("un budget doit avoir un nom", "a budget must have a name");
        }
        if (allowance.filter(time -> time.compareTo(Duration.ZERO) <= 0).isPresent()) {
            throw new RefusedValue("un budget doit être plus que rien : " + allowance.get(),
                    "a budget must be more than nothing: " + allowance.get());
        }
    }
}
