package org.gardefroid.ingest.notify.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.cascade.ClosedDays;
import org.gardefroid.alerting.cascade.Hours;
import org.gardefroid.alerting.cascade.OpeningHours;
import org.gardefroid.alerting.cascade.Rota;

/**
 * When a rota is asked: by night only, it has no hole by day.
 *
 * @param hours of the steps that ask it; none where no step does
 */
public record CallHours(ZoneId zone, OpeningHours opening, ClosedDays closed, Set<Hours> hours) {

    /** Opening hours are whole minutes, and hours of handing over seldom odder than these. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(5);

    public CallHours {
        hours = Set.copyOf(hours);
    }

    public boolean isAsked() {
        return !hours.isEmpty();
    }

    /** What of a hole anybody would notice. */
    public Optional<Rota.Hole> noticed(Rota.Hole hole) {
        Instant from = hole.from();
        while (from.isBefore(hole.until()) && !isAskedAt(from)) {
            from = from.plus(LOOK_EVERY);
        }
        Instant until = from;
        while (until.isBefore(hole.until()) && isAskedAt(until)) {
            until = until.plus(LOOK_EVERY);
        }
        Instant end = until.isBefore(hole.until()) ? until : hole.until();
        return from.isBefore(end) ? Optional.of(new Rota.Hole(from, end)) : Optional.empty();
    }

    private boolean isAskedAt(Instant at) {
        boolean isOpen = opening.isOpen(at, zone) && !closed.isClosed(at, zone);
        return hours.stream().anyMatch(each -> each.fits(isOpen));
    }
}
