package org.gardefroid.ingest.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.Cause;
import org.gardefroid.ingest.notify.Notice.Seen;
import org.gardefroid.telemetry.Temperature;

/** What there may be to tell. */
final class Notices {

    static final Instant SINCE = Instant.parse("2026-11-22T23:41:00Z");

    private Notices() {}

    /** Of a freezer. */
    static Notice frozen(Cause cause) {
        Notice notice = of(NoticeKind.RAISED, cause);
        return new Notice(notice.kind(), cause, notice.critical(), notice.possible(), notice.labelFr(),
                notice.labelEn(), notice.zone(), notice.since(), notice.until(), notice.bound(), notice.worst(),
                notice.current(), notice.unobserved(), notice.thing(), notice.trouble(), true, notice.fallbackFr(),
                notice.fallbackEn());
    }

    static Notice of(NoticeKind kind, Cause cause) {
        boolean isTemperature = cause == Cause.TOO_WARM || cause == Cause.TOO_COLD;
        Bound bound = cause == Cause.TOO_WARM
                ? new Bound.Above(Temperature.ofCelsius(8))
                : new Bound.Below(Temperature.ofCelsius(2));
        int worst = cause == Cause.TOO_WARM ? 11_400 : -900;
        boolean isDose = cause == Cause.DOSE_TIME_OVER || cause == Cause.SYRINGE_TIME_OVER;
        boolean isThing = isDose || cause == Cause.DOOR_LEFT_OPEN;
        return new Notice(kind, cause, isDose || kind == NoticeKind.WORSENED, false,
                "Glacière EMV 1 <vaccins & test>", "Cool box EMV 1", ZoneId.of("Europe/Paris"), SINCE,
                kind == NoticeKind.CLEARED ? Optional.of(SINCE.plus(Duration.ofMinutes(52))) : Optional.empty(),
                isTemperature ? Optional.of(bound) : Optional.empty(),
                isTemperature ? Optional.of(new Seen(worst, SINCE.plus(Duration.ofMinutes(22)))) : Optional.empty(),
                isTemperature ? Optional.of(new Seen(9_200, SINCE.plus(Duration.ofMinutes(31)))) : Optional.empty(),
                isTemperature ? Duration.ofMinutes(12) : Duration.ZERO,
                isThing ? Optional.of(isDose ? "vial-7" : "box-1-lid") : Optional.empty(),
                cause == Cause.WATCHING ? Optional.of(Trouble.JUDGING_FAILED) : Optional.empty(),
                false,
                "Frigo de secours : réserve. Clé : accueil, poste 4100.",
                "Backup fridge: store room. Key: front desk, ext. 4100.");
    }
}
