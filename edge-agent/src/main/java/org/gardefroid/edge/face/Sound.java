package org.gardefroid.edge.face;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.edge.box.Light;
import org.gardefroid.hardware.Buzzer.Beep;

/**
 * What can be heard, the most pressing first. The patterns differ in number and length of their beeps, not in pitch: a
 * buzzer has one, and old ears hear it badly.
 */
public enum Sound {
    /** Three long: the vaccines are out of range, or tipped over. */
    EXCURSION(10),
    /** Six short: a vial's time is over, or it is to be set apart. */
    DOSE_OVER(10),
    /** One very long, seldom: nobody watches. */
    UNWATCHED(60),
    /** A short and a long: a door is open. */
    DOOR(20),
    /** Two long, seldom: the vaccines will be out of range unless something is done. */
    AHEAD(120),
    /** Two short, once at 60, 30 and 10 minutes before: a vial's time will soon be over. */
    DOSE_SOON(5),
    /** One short, again and again: the lid was left open; the vaccines are in no danger yet. */
    LID(5);

    /** What is left of an urgent one in a consultation. */
    static final List<Beep> DISCREET = List.of(new Beep(60, 0));

    private final int everySeconds;

    Sound(int everySeconds) {
        this.everySeconds = everySeconds;
    }

    /** From one beginning to the next while it is not answered. */
    public Duration every() {
        return Duration.ofSeconds(everySeconds);
    }

    public List<Beep> beeps() {
        return switch (this) {
            case EXCURSION -> List.of(new Beep(700, 200), new Beep(700, 200), new Beep(700, 0));
            case DOSE_OVER -> List.of(new Beep(100, 100), new Beep(100, 100), new Beep(100, 300), new Beep(100, 100),
                    new Beep(100, 100), new Beep(100, 0));
            case UNWATCHED -> List.of(new Beep(1_500, 0));
            case DOOR -> List.of(new Beep(120, 120), new Beep(600, 0));
            case AHEAD -> List.of(new Beep(700, 200), new Beep(700, 0));
            case DOSE_SOON -> List.of(new Beep(120, 160), new Beep(120, 0));
            case LID -> List.of(new Beep(150, 0));
        };
    }

    /** From the beginning of its first beep to the end of its last. */
    Duration lasts() {
        return Duration.ofMillis(beeps().stream().mapToLong(beep -> beep.onMillis() + beep.offMillis()).sum());
    }

    /** Whether a consultation may not silence it altogether. */
    public boolean isUrgent() {
        return this == EXCURSION || this == DOSE_OVER;
    }

    /** What a concern sounds like; most of what is only to be looked at has no sound. */
    static Optional<Sound> of(Concern concern) {
        return switch (concern.kind()) {
            case TOO_WARM, TOO_COLD, TIPPED, STRUCK, OTHER -> Optional.of(EXCURSION);
            case DOSE_OVER, SCAN_EXPIRED, SCAN_WRONG_LOT, SCAN_OPENED_ELSEWHERE, SCAN_OPENED_BEFORE,
                    SCAN_UNKNOWN_PRODUCT ->
                Optional.of(DOSE_OVER);
            case DOSE_APART, LOT_APART -> concern.light() == Light.ACT ? Optional.of(DOSE_OVER) : Optional.empty();
            case BREACH_AHEAD -> Optional.of(AHEAD);
            case DOSE_SOON -> Optional.of(DOSE_SOON);
            case BATTERY_LOW -> concern.light() == Light.ACT ? Optional.of(UNWATCHED) : Optional.empty();
            case DOOR_OPEN -> Optional.of(DOOR);
            case LID_OPEN -> Optional.of(LID);
            case JUDGING_STOPPED, NO_RULES, CARD_FULL, MEMORY_LOST -> Optional.of(UNWATCHED);
            case NO_TEMPERATURE -> concern.light() == Light.UNWATCHED ? Optional.of(UNWATCHED) : Optional.empty();
            case WARM_NOW, COLD_NOW, PROBE_DOUBTED, DOOR_OFTEN, UNOBSERVED, PART_FAULT,
                    ON_BATTERY, TIME_UNKNOWN, SCAN_STEP_UNKNOWN, SCAN_UNREADABLE, CALIBRATION_DUE ->
                Optional.empty();
        };
    }
}
