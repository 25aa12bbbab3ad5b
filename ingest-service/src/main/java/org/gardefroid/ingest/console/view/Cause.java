package org.gardefroid.ingest.console.view;

import java.util.Locale;

/** What is the matter, as far as a person is told. */
public enum Cause {
    TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE, DOOR_LEFT_OPEN, DOOR_OPENED_OFTEN, CHANGING_FAST,
    BREACH_AHEAD, NOT_UPRIGHT,
    STRUCK, MAINS_OFF, BATTERY_LOW, PROBE_FAULT, PROBE_STUCK, PROBES_DISAGREE,
    DOSE_TIME_OVER, SYRINGE_TIME_OVER, DOSES_HELD, BUDGET_SPENDING, SILENT, REPORTING_LATE, UNOBSERVED, CLOCK_WRONG,
    CALIBRATION_DUE,
    NOBODY_ON_CALL, NOBODY_ON_CALL_SOON, CERTIFICATE_ENDS, CANARY_LOST, HEARTBEAT_LOST, WEEKLY_TEST,
    /** Something else of our own machinery, which its rule names. */
    TECHNICAL;

    /**
     * @param name the cause's own code where judging gave one, else the rule that found it, whose last word says it
     */
    public static Cause of(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "too-warm", "high", "high-long", "hot" -> TOO_WARM;
            case "too-cold", "low", "freeze" -> TOO_COLD;
            case "too-warm-cumulative" -> TOO_WARM_CUMULATIVE;
            case "too-cold-cumulative" -> TOO_COLD_CUMULATIVE;
            case "door-left-open", "door" -> DOOR_LEFT_OPEN;
            case "door-opened-often" -> DOOR_OPENED_OFTEN;
            case "changing-fast" -> CHANGING_FAST;
            case "breach-ahead" -> BREACH_AHEAD;
            case "not-upright" -> NOT_UPRIGHT;
            case "struck" -> STRUCK;
            case "mains-off" -> MAINS_OFF;
            case "battery-low" -> BATTERY_LOW;
            case "probe-fault" -> PROBE_FAULT;
            case "probe-stuck" -> PROBE_STUCK;
            case "probes-disagree" -> PROBES_DISAGREE;
            case "dose-time-over", "dose-clock" -> DOSE_TIME_OVER;
            case "syringe-time-over" -> SYRINGE_TIME_OVER;
            case "doses-held", "verdict" -> DOSES_HELD;
            case "budget-spending" -> BUDGET_SPENDING;
            case "silent", "silence" -> SILENT;
            case "reporting-late" -> REPORTING_LATE;
            case "unobserved" -> UNOBSERVED;
            case "clock-wrong" -> CLOCK_WRONG;
            case "calibration-due" -> CALIBRATION_DUE;
            case "nobody-on-call" -> NOBODY_ON_CALL;
            case "nobody-on-call-soon" -> NOBODY_ON_CALL_SOON;
            case "certificate-ends" -> CERTIFICATE_ENDS;
            case "canary-lost" -> CANARY_LOST;
            case "heartbeat-lost" -> HEARTBEAT_LOST;
            case "weekly-test" -> WEEKLY_TEST;
            default -> TECHNICAL;
        };
    }

    /** Whether it is one stretch out of range; a sum spans what was in range as well. */
    public boolean isOfTemperature() {
        return this == TOO_WARM || this == TOO_COLD;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
