package org.gardefroid.ingest.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.Severity;

/**
 * What there is to tell of an alarm, at one moment and in no language. It is written down with the alarm, so that a message sent
 * twice says the same twice. No product, lot, patient or place is in it.
 *
 * @param critical a person must act, rather than look
 * @param possible it was not seen for as long as the rule asks, but before and after a stretch that nobody saw
 * @param until when the last of it ended
 * @param bound what was crossed
 * @param current the last temperature there was when this was written
 * @param unobserved for how much of it there is no reading
 * @param thing the door or vial, by its name; of the watching itself, what is at fault
 * @param trouble of the watching itself
 * @param frozen whether what is in the equipment is kept frozen: in a refrigerator it would thaw, and not be frozen again
 * @param fallbackFr the equipment's plan de repli: where to put what is in it, who has the key, whom to call; may be empty
 */
public record Notice(
        NoticeKind kind,
        Cause cause,
        boolean critical,
        boolean possible,
        String labelFr,
        String labelEn,
        ZoneId zone,
        Instant since,
        Optional<Instant> until,
        Optional<Bound> bound,
        Optional<Seen> worst,
        Optional<Seen> current,
        Duration unobserved,
        Optional<String> thing,
        Optional<Trouble> trouble,
        boolean frozen,
        String fallbackFr,
        String fallbackEn) {

    /** Whether it says something of the watching, and endangers no doses. */
    boolean isTechnical() {
        return cause.isTechnical(critical ? Severity.CRITICAL : Severity.WARNING);
    }

    /** The same, as it is now. */
    Notice as(NoticeKind kindNow, Optional<Instant> untilNow, Optional<Seen> worstNow, Optional<Seen> currentNow) {
        return new Notice(kindNow, cause, critical, possible, labelFr, labelEn, zone, since, untilNow, bound,
                worstNow.or(() -> worst), currentNow.or(() -> current), unobserved, thing, trouble, frozen, fallbackFr,
                fallbackEn);
    }

    /** A temperature, and when. */
    public record Seen(int milliCelsius, Instant at) {}
}
