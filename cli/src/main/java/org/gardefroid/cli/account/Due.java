package org.gardefroid.cli.account;

import java.time.Instant;

/**
 * An alarm that was due.
 *
 * @param kind {@link #TOO_WARM}, {@link #TOO_COLD}, {@link #AHEAD}, {@link #DOOR} or {@link #DOSE}
 * @param subject the equipment, or the vial
 * @param until when its cause ended, or the end of the run
 */
public record Due(String kind, String equipment, String subject, Instant since, Instant until) {

    public static final String TOO_WARM = "too-warm";
    public static final String TOO_COLD = "too-cold";
    /** The air is out of range, and the product will follow. */
    public static final String AHEAD = "breach-ahead";

    public static final String DOOR = "door";
    public static final String DOSE = "dose";

    /** Whether it is the same cause, however far each has been followed. */
    public boolean isSameAs(Due other) {
        return kind.equals(other.kind) && equipment.equals(other.equipment) && subject.equals(other.subject)
                && since.equals(other.since);
    }
}
