package org.gardefroid.alerting;

import java.time.Instant;

/** A mission where no network is expected; from {@code from} to before {@code until}, silence is no news. */
public record PlannedOffline(Instant from, Instant until) {

    public PlannedOffline {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a mission must end after it begins: " + from + " to " + until);
        }
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
