package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.NumberSet;

/**
 * How far a journal's batches may be judged while one of them is missing: up to the hole, and for {@code longest} no
 * farther. Then what is behind it is judged as well, and the hole is time that nobody saw; should it come after all, it
 * is late.
 *
 * <p>Waiting is counted from the last time the hole grew smaller, so that a backlog that is coming in is waited for.
 */
public record HoleWait(Duration longest) {

    /**
     * How it stands with one journal.
     *
     * @param watermark every batch up to it has come
     * @param judgeable every batch there is up to it may be judged
     * @param waitingSince while there is a hole that is waited for
     */
    public record Standing(long watermark, long judgeable, Optional<Instant> waitingSince) {

        public static final Standing INITIAL = new Standing(0, 0, Optional.empty());
    }

    /** @param now by our clock: it is the waiting that is measured, not what was measured */
    public Standing step(Standing before, NumberSet stored, Instant now) {
        long watermark = stored.watermark();
        long last = stored.greatest();
        if (watermark == last) {
            return new Standing(watermark, last, Optional.empty());
        }
        Instant since = watermark > before.watermark ? now : before.waitingSince.orElse(now);
        boolean isOver = Duration.between(since, now).compareTo(longest) >= 0;
        return new Standing(watermark, isOver ? last : Math.max(watermark, before.judgeable), Optional.of(since));
    }

    /** When to look again though nothing has come. */
    public Optional<Instant> wakeAt(Standing standing) {
        return standing.waitingSince.map(since -> since.plus(longest));
    }
}
