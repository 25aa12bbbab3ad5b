package org.gardefroid.alerting;

import java.util.List;
import org.gardefroid.telemetry.Temperature;

/** One side of a range, and exactly what lies beyond it: 8.0 °C is not above 8.0 °C. */
public sealed interface Bound {

    /** What a bound may be called, in documents and on the command line, for ever. */
    List<String> WORDS = List.of("above", "below", "atOrAbove", "atOrBelow");

    Temperature limit();

    boolean isCrossedBy(Temperature temperature);

    /** Whether too much is warmth, and not cold. */
    boolean isUpper();

    /** Whether {@code temperature} is not beyond, and not nearer than that to the limit. */
    default boolean isBackBy(Temperature temperature, int milliCelsius) {
        int within = isUpper()
                ? limit().milliCelsius() - temperature.milliCelsius()
                : temperature.milliCelsius() - limit().milliCelsius();
        return !isCrossedBy(temperature) && within >= milliCelsius;
    }

    /** Which of {@link #WORDS} this is. */
    String word();

    /** Whether {@code temperature} lies farther out than {@code other}. */
    default boolean isWorse(Temperature temperature, Temperature other) {
        return isUpper() ? temperature.isAbove(other) : temperature.isBelow(other);
    }

    /** @param word one of {@link #WORDS} */
    static Bound of(String word, Temperature limit) {
        return switch (word) {
            case "above" -> new Above(limit);
            case "below" -> new Below(limit);
            case "atOrAbove" -> new AtOrAbove(limit);
            case "atOrBelow" -> new AtOrBelow(limit);
            default -> throw new IllegalArgumentException("a bound is one of " + WORDS + ", and not " + word);
        };
    }

    record Above(Temperature limit) implements Bound {
        @Override
        public boolean isCrossedBy(Temperature temperature) {
            return temperature.isAbove(limit);
        }

        @Override
        public boolean isUpper() {
            return true;
        }

        @Override
        public String word() {
            return "above";
        }
    }

    record Below(Temperature limit) implements Bound {
        @Override
        public boolean isCrossedBy(Temperature temperature) {
            return temperature.isBelow(limit);
        }

        @Override
        public boolean isUpper() {
            return false;
        }

        @Override
        public String word() {
            return "below";
        }
    }

    /** As an indicator that turns at 30 °C itself. */
    record AtOrAbove(Temperature limit) implements Bound {
        @Override
        public boolean isCrossedBy(Temperature temperature) {
            return !temperature.isBelow(limit);
        }

        @Override
        public boolean isUpper() {
            return true;
        }

        @Override
        public String word() {
            return "atOrAbove";
        }
    }

    /** As the WHO's FRZE, which -0.5 °C itself belongs to. */
    record AtOrBelow(Temperature limit) implements Bound {
        @Override
        public boolean isCrossedBy(Temperature temperature) {
            return !temperature.isAbove(limit);
        }

        @Override
        public boolean isUpper() {
            return false;
        }

        @Override
        public String word() {
            return "atOrBelow";
        }
    }
}
