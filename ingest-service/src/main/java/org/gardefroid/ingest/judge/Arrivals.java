package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.CalibrationRule;
import org.gardefroid.alerting.ClockRule;
import org.gardefroid.alerting.LatenessRule;
import org.gardefroid.alerting.Preset;
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

    /** GDP has probes calibrated; a month is what a laboratory takes. */
    private static final int DAYS_BEFORE = 30;
    /** A Pi without a battery for its clock has the time from the network within minutes. */
    private static final Duration WITHOUT_A_CLOCK = Duration.ofMinutes(15);

    Arrivals {
        calibrationDue = Map.copyOf(calibrationDue);
    }

    /** @param holdoverSeconds 0 where it is not known */
    static Arrivals of(Preset preset, Duration longestSilence, int holdoverSeconds, boolean holdsDoses, ZoneId zone,
            Optional<Instant> undatedAt, Map<ProbeId, LocalDate> calibrationDue) {
        return new Arrivals(
                new SilenceRule(new RuleName(preset.name() + ".silence"), Severity.WARNING, longestSilence,
                        holdoverSeconds == 0
                                ? SilenceRule.UNKNOWN_HOLDOVER
                                : Duration.ofSeconds(holdoverSeconds)),
                new LatenessRule(new RuleName(preset.name() + ".late"), Severity.WARNING, longestSilence),
                new ClockRule(new RuleName(preset.name() + ".clock"), Severity.WARNING, WITHOUT_A_CLOCK),
                new CalibrationRule(new RuleName("calibration"), Severity.WARNING, DAYS_BEFORE), holdsDoses, zone,
                undatedAt, calibrationDue);
    }
}
