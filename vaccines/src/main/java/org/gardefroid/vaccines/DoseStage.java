package org.gardefroid.vaccines;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** How near a deadline is. */
public enum DoseStage {
    /** There is no deadline. */
    NONE(Duration.ZERO),
    /** More than an hour is left. */
    RUNNING(Duration.ZERO), HOUR(Duration.ofMinutes(60)), HALF_HOUR(Duration.ofMinutes(30)), TEN_MINUTES(
            Duration.ofMinutes(10)),
    /** The time is over. */
    OVER(Duration.ZERO);

    private final Duration left;

    DoseStage(Duration left) {
        this.left = left;
    }

    /** When each stage of what ends at {@code end} begins. */
    public static Stream<Instant> beginnings(Instant end) {
        return Stream.of(HOUR, HALF_HOUR, TEN_MINUTES, OVER).map(stage -> end.minus(stage.left));
    }

    /** How near {@code end} is. */
    public static DoseStage before(Instant end, Instant now) {
        for (DoseStage stage : new DoseStage[]{OVER, TEN_MINUTES, HALF_HOUR, HOUR}) {
            if (!now.isBefore(end.minus(stage.left))) {
                return stage;
            }
        }
        return RUNNING;
    }

    public boolean isWarning() {
        return this == HOUR || this == HALF_HOUR || this == TEN_MINUTES;
    }

    public Duration left() {
        return left;
    }
}
