package org.gardefroid.alerting.cascade;

import java.util.Arrays;
import java.util.Locale;

/** When a call of a step is made. Opening hours choose whom to tell; whether anybody is told is not theirs to say. */
public enum Hours {
    ALWAYS, OPEN, CLOSED;

    public boolean fits(boolean isOpen) {
        return switch (this) {
            case ALWAYS -> true;
            case OPEN -> isOpen;
            case CLOSED -> !isOpen;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Hours ofCode(String code) {
        return Arrays.stream(values()).filter(hours -> hours.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("hours are always, open or closed: " + code));
    }
}
