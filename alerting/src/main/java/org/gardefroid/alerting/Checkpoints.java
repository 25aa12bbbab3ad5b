package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How often a state is worth keeping, and for how long: what is late is nearly always late by little. */
public final class Checkpoints {

    /** One an hour is kept for so long; after that, one a day. */
    public static final Duration HOURLY = Duration.ofDays(2);

    private Checkpoints() {}

    /** Whether to keep a state of {@code now}, the one kept last being of {@code last}. */
    public static boolean isDue(Instant last, Instant now) {
        return last.truncatedTo(ChronoUnit.HOURS).isBefore(now.truncatedTo(ChronoUnit.HOURS));
    }

    /** Which of {@code kept} need not be kept any longer: of each day that has passed, all but the first. */
    public static List<Instant> superfluous(List<Instant> kept, Instant now) {
        Set<Instant> days = new HashSet<>();
        List<Instant> superfluous = new ArrayList<>();
        for (Instant at : kept.stream().sorted().toList()) {
            boolean isFirstOfDay = days.add(at.truncatedTo(ChronoUnit.DAYS));
            if (!isFirstOfDay && at.isBefore(now.minus(HOURLY))) {
                superfluous.add(at);
            }
        }
        return superfluous;
    }
}
