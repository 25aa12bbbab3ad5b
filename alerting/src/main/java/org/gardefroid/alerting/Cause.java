package org.gardefroid.alerting;

/** Why there is an alarm. Facts of one cause at one equipment that overlap are one alarm. */
public enum Cause {
    TOO_WARM("too-warm", false),
    TOO_COLD("too-cold", false),
    TOO_WARM_CUMULATIVE("too-warm-cumulative", false),
    TOO_COLD_CUMULATIVE("too-cold-cumulative", false),
    DOOR_LEFT_OPEN("door-left-open", false),
    DOOR_OPENED_OFTEN("door-opened-often", false),
    CHANGING_FAST("changing-fast", false),
    BREACH_AHEAD("breach-ahead", false),
    NOT_UPRIGHT("not-upright", false),
    STRUCK("struck", false),
    MAINS_OFF("mains-off", true),
    BATTERY_LOW("battery-low", true),
    PROBE_FAULT("probe-fault", true),
    PROBE_STUCK("probe-stuck", true),
    PROBES_DISAGREE("probes-disagree", true),
    DOSE_TIME_OVER("dose-time-over", false),
    SYRINGE_TIME_OVER("syringe-time-over", false),
    /** What is said of doses has become worse: by their exposure, or for nobody knows it. */
    DOSES_HELD("doses-held", false),
    /** Of the time that doses may spend outside of their store much is spent already. */
    BUDGET_SPENDING("budget-spending", false),
    SILENT("silent", true),
    /** It is heard, but what it says is old. */
    REPORTING_LATE("reporting-late", true),
    UNOBSERVED("unobserved", true),
    /** What the box sends has no date that can be believed. */
    CLOCK_WRONG("clock-wrong", true),
    CALIBRATION_DUE("calibration-due", true),
    /** The watching itself is at fault; no fact has this cause. */
    WATCHING("watching", true);

    private final String code;
    private final boolean technical;

    Cause(String code, boolean technical) {
        this.code = code;
        this.technical = technical;
    }

    /** What stands for this cause in the database and in the keys of texts, for ever. */
    public String code() {
        return code;
    }

    /** Whether it says something of the watching rather than of what is watched. */
    public boolean isTechnical() {
        return technical;
    }

    /** The same, as long as no doses are endangered: what is critical is for whoever answers for the vaccines. */
    public boolean isTechnical(Severity worst) {
        return technical && (this == WATCHING || worst != Severity.CRITICAL);
    }

    public static Cause ofCode(String code) {
        for (Cause cause : values()) {
            if (cause.code.equals(code)) {
                return cause;
            }
        }
        throw new IllegalArgumentException("not a cause: " + code);
    }
}
