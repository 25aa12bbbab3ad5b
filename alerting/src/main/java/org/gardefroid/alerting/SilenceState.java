package org.gardefroid.alerting;

import java.time.Instant;

/** What is known of whether an equipment is heard. */
public sealed interface SilenceState {

    /**
     * It was heard at that time, or watching began then.
     *
     * @param notBefore before this no silence is told: we were away ourselves, and what was kept for us comes first
     */
    record Heard(Instant at, Instant notBefore) implements SilenceState {
        public Heard(Instant at) {
            this(at, Instant.EPOCH);
        }
    }

    record Silent(Silence silence) implements SilenceState {}
}
