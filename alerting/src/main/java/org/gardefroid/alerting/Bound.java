package org.gardefroid.alerting;

import org.gardefroid.telemetry.Temperature;

/** One side of a range, and exactly what lies beyond it: 8.0 °C is not above 8.0 °C. */
public sealed interface Bound {

    Temperature limit();

    boolean isCrossedBy(Temperature temperature);

    /** Whether {@code temperature} lies farther out than {@code other}. */
    boolean isWorse(Temperature temperature, Temperature other);

    record Above(Temperature limit) implements Bound {
        @Override
        public boolean isCrossedBy(Temperature temperature) {
            return temperature.isAbove(limit);
        }

        @Override
        public boolean isWorse(Temperature temperature, Temperature other) {
            return temperature.isAbove(other);
        }
    }

    record Below(Temperature limit) implements Bound {
        @Override
        public boolean isCrossedBy(Temperature temperature) {
            return temperature.isBelow(limit);
        }

        @Override
        public boolean isWorse(Temperature temperature, Temperature other) {
            return temperature.isBelow(other);
        }
    }

    /** As the WHO's FRZE, which -0.5 °C itself belongs to. */
    record AtOrBelow(Temperature limit) implements Bound {
        @Override
        public boolean isCrossedBy(Temperature temperature) {
            return !temperature.isAbove(limit);
        }

        @Override
        public boolean isWorse(Temperature temperature, Temperature other) {
            return temperature.isBelow(other);
        }
    }
}
