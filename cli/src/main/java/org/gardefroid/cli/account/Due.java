package org.gardefroid.cli.account;

import java.time.Instant;

/**
 * An alarm that was due.
 *
 * @param kind {@code excursion}, {@code door} or {@code dose}
 * @param subject the equipment, or the vial
 * @param until when its cause ended, or the end of the run
 */
public record Due(String kind, String equipment, String subject, Instant since, Instant until) {

    /** Whether it is the same cause, however far each has been followed. */
    public boolean isSameAs(Due other) {
        return kind.equals(other.kind) && equipment.equals(other.equipment) && subject.equals(other.subject)
                && since.equals(other.since);
    }
}
