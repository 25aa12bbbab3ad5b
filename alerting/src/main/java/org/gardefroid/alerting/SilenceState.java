package org.gardefroid.alerting;

import java.time.Instant;

/** What is known of whether an equipment is heard. */
public sealed interface SilenceState {

    /** It was heard at that time, or watching began then. */
    record Heard(Instant at) implements SilenceState {}

    record Silent(Silence silence) implements SilenceState {}
}
