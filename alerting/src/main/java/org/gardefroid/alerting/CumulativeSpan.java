package org.gardefroid.alerting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Over what a {@link CumulativeRule} adds up. */
public sealed interface CumulativeSpan {

    /** When the span that {@code at} lies in is over, and the sum begins again; {@link Instant#MAX} for never. */
    Instant endAfter(Instant at);

    /** All that is known: a lot's life, or a file's. */
    record Life() implements CumulativeSpan {
        @Override
        public Instant endAfter(Instant at) {
            return Instant.MAX;
        }
    }

    /**
     * From departure to return, as long as the equipment holds lots. When that is is not the rule's to know: between missions
     * it is not among the settings, and each mission's sum begins anew.
     */
    record Mission() implements CumulativeSpan {
        @Override
        public Instant endAfter(Instant at) {
            return Instant.MAX;
        }
    }

    /** Each calendar day for itself, from midnight to midnight there: 23 or 25 hours when the clocks change. */
    record Day(ZoneId zone) implements CumulativeSpan {
        @Override
        public Instant endAfter(Instant at) {
            return LocalDate.ofInstant(at, zone).plusDays(1).atStartOfDay(zone).toInstant();
        }
    }
}
