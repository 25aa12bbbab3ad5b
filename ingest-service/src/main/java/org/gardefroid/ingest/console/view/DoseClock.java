package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The countdown of an opened vial, or of a syringe that was filled from one. Without a deadline its profile has no figure, and it is set apart. */
public record DoseClock(
        String vial, Optional<String> drawnFrom, String product, String step, Instant startedAt,
        Optional<Instant> deadline,
        Optional<Instant> expiredAt) {

    private static final Duration SOON = Duration.ofMinutes(30);

    public String called(Words words) {
        return drawnFrom.map(from -> words.say("verdict.of.syringe", vial, from)).orElse(vial);
    }

    public boolean isOver(Instant now) {
        return expiredAt.isPresent() || deadline.isPresent() && !deadline.get().isAfter(now);
    }

    public boolean isSoon(Instant now) {
        return !isOver(now) && deadline.isPresent() && !deadline.get().minus(SOON).isAfter(now);
    }

    public String urgency(Instant now) {
        if (isOver(now)) {
            return "over";
        }
        if (deadline.isEmpty()) {
            return "apart";
        }
        return isSoon(now) ? "soon" : "running";
    }
}
