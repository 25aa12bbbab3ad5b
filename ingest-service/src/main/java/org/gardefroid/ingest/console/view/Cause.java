package org.gardefroid.ingest.console.view;

import java.util.Locale;

/** What a rule finds, as far as a person is told: read from the rule's name, whose last word says it. */
public enum Cause {
    HIGH, FREEZE, LOW, DOOR, SILENCE, DOSE, PROBE, OTHER;

    public static Cause of(String rule) {
        String last = rule.substring(rule.lastIndexOf('.') + 1);
        return switch (last) {
            case "high", "high-long", "hot" -> HIGH;
            case "freeze" -> FREEZE;
            case "low" -> LOW;
            case "door" -> DOOR;
            case "silence", "unobserved" -> SILENCE;
            case "dose-clock" -> DOSE;
            case "probe-fault" -> PROBE;
            default -> OTHER;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
