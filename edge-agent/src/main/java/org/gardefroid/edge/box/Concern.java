package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.alerting.Fact;
import org.gardefroid.hardware.VialRefused;
import org.gardefroid.telemetry.Temperature;

/**
 * One thing that is not as it should be.
 *
 * @param subject which probe, door or vial; together with the kind it is what a person answers
 * @param since when it began
 * @param lasting for how long it has gone on, where the time of its beginning is not known but this is
 * @param vial the number of the vial it is about, or of the syringe, 0 where it is about none
 */
public record Concern(
        Kind kind,
        Light light,
        String subject,
        int vial,
        boolean isSyringe,
        Optional<Instant> since,
        Optional<Duration> lasting,
        Optional<Temperature> temperature,
        Optional<Duration> left) {

    /** What it is; the code is part of the keys of its texts. */
    public enum Kind {
        JUDGING_STOPPED("judging-stopped"),
        TIME_UNKNOWN("time-unknown"),
        NO_RULES("no-rules"),
        CARD_FULL("card-full"),
        MEMORY_LOST("memory-lost"),
        NO_TEMPERATURE("no-temperature"),
        TOO_WARM("too-warm"),
        TOO_COLD("too-cold"),
        DOSE_OVER("dose-time-over"),
        DOSE_APART("dose-apart"),
        LOT_APART("lot-apart"),
        SCAN_EXPIRED("scan-expired"),
        SCAN_WRONG_LOT("scan-wrong-lot"),
        SCAN_UNKNOWN_PRODUCT("scan-unknown-product"),
        SCAN_STEP_UNKNOWN("scan-step-unknown"),
        SCAN_OPENED_ELSEWHERE("scan-opened-elsewhere"),
        SCAN_OPENED_BEFORE("scan-opened-before"),
        SCAN_UNREADABLE("scan-unreadable"),
        DOOR_OPEN("door-left-open"),
        TIPPED("tipped"),
        STRUCK("struck"),
        BREACH_AHEAD("breach-ahead"),
        DOSE_SOON("dose-soon"),
        LID_OPEN("lid-open"),
        WARM_NOW("warm-now"),
        COLD_NOW("cold-now"),
        PROBE_DOUBTED("probe-doubted"),
        DOOR_OFTEN("door-opened-often"),
        UNOBSERVED("unobserved"),
        PART_FAULT("part-fault"),
        CALIBRATION_DUE("calibration-due"),
        ON_BATTERY("on-battery"),
        BATTERY_LOW("battery-low"),
        OTHER("other");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Kind of(VialRefused.Reason reason) {
            return switch (reason) {
                case EXPIRED -> SCAN_EXPIRED;
                case WRONG_LOT -> SCAN_WRONG_LOT;
                case UNKNOWN_PRODUCT -> SCAN_UNKNOWN_PRODUCT;
                case STEP_UNKNOWN -> SCAN_STEP_UNKNOWN;
                case OPENED_ELSEWHERE -> SCAN_OPENED_ELSEWHERE;
                case OPENED_BEFORE -> SCAN_OPENED_BEFORE;
                case UNREADABLE -> SCAN_UNREADABLE;
            };
        }

        static Kind of(Fact fact) {
            return switch (fact.cause()) {
                case TOO_WARM, TOO_WARM_CUMULATIVE -> TOO_WARM;
                case TOO_COLD, TOO_COLD_CUMULATIVE -> TOO_COLD;
                case DOOR_LEFT_OPEN -> DOOR_OPEN;
                case DOOR_OPENED_OFTEN -> DOOR_OFTEN;
                case NOT_UPRIGHT -> TIPPED;
                case STRUCK -> STRUCK;
                case MAINS_OFF -> ON_BATTERY;
                case BATTERY_LOW -> BATTERY_LOW;
                case PROBE_FAULT -> NO_TEMPERATURE;
                case PROBE_STUCK, PROBES_DISAGREE -> PROBE_DOUBTED;
                case DOSE_TIME_OVER, SYRINGE_TIME_OVER, DOSES_HELD, BUDGET_SPENDING -> DOSE_OVER;
                case SILENT, REPORTING_LATE, UNOBSERVED -> UNOBSERVED;
                case BREACH_AHEAD -> BREACH_AHEAD;
                case WATCHING, CLOCK_WRONG, CALIBRATION_DUE, CHANGING_FAST -> OTHER;
            };
        }
    }

    public static Concern of(Kind kind, Light light, String subject) {
        return new Concern(kind, light, subject, 0, false, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    Concern since(Instant at) {
        return new Concern(kind, light, subject, vial, isSyringe, Optional.of(at), lasting, temperature, left);
    }

    Concern lasting(Duration time) {
        return new Concern(kind, light, subject, vial, isSyringe, since, Optional.of(time), temperature, left);
    }

    Concern at(Temperature measured) {
        return new Concern(kind, light, subject, vial, isSyringe, since, lasting, Optional.of(measured), left);
    }
}
