package org.gardefroid.alerting.cascade;

import java.time.Instant;

/**
 * A stretch of time for which somebody is on call.
 *
 * @param until the hand-over: from that very instant on it is the next one's
 */
public record Duty(String person, Instant from, Instant until, Kind kind) implements Comparable<Duty> {

    /** The later wins while it lasts. */
    public enum Kind {
        REGULAR, HOLIDAY, REPLACEMENT
    }

    public Duty {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a duty ends after it begins: " + from + " to " + until);
        }
    }

    boolean isAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    @Override
    public int compareTo(Duty other) {
        int byTime = from.compareTo(other.from);
        return byTime != 0 ? byTime : person.compareTo(other.person);
    }
}
