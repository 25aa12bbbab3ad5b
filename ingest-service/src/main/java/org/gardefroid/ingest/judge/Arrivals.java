package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.ArrivalNumbers;
import org.gardefroid.alerting.CalibrationRule;
import org.gardefroid.alerting.ClockRule;
import org.gardefroid.alerting.LatenessRule;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.SilenceRule;
import org.gardefroid.telemetry.ProbeId;

/**
 * How one equipment is watched by our own clock and by what arrives, and what there is to know for it.
 *
 * @param holdsDoses whether lots are placed in it now
 * @param undatedAt when its devices last sent what has no date and still has none
 * @param calibrationDue until when the calibration holds of each probe that hangs in it now, where it is known
 */
record Arrivals(
        SilenceRule silence,
        LatenessRule lateness,
        ClockRule clock,
        CalibrationRule calibration,
        boolean holdsDoses,
        ZoneId zone,
        Optional<Instant> undatedAt,
        Map<ProbeId, LocalDate> calibrationDue) {

    Arrivals {
        calibrationDue = Map.copyOf(calibrationDue);
    }

    /** @param preset which the rules are called after */
    static Arrivals of(String preset, ArrivalNumbers numbers, boolean holdsDoses, ZoneId zone,
            Optional<Instant> undatedAt, Map<ProbeId, LocalDate> calibrationDue) {
        return new Arrivals(
                new SilenceRule(new RuleName(preset + ".silence"), Severity.WARNING, numbers.silence(),
                        numbers.holdover()),
                new LatenessRule(new RuleName(preset + ".late"), Severity.WARNING, numbers.late()),
                new ClockRule(new RuleName(preset + ".clock"), Severity.WARNING, numbers.clockless()),
                new CalibrationRule(new RuleName("calibration"), Severity.WARNING, numbers.calibrationDays()),
                holdsDoses, zone, undatedAt, calibrationDue);
    }
}
