package org.gardefroid.telemetry;

import java.util.Arrays;
import java.util.Optional;

/** Why a vial is done with. The code is on the wire for ever. */
public enum VialEnd {
    /** All its doses were given. */
    USED("used"),
    /** Broken, spilt, dropped, drawn up in vain. */
    WASTED("wasted"),
    /** Its in-use time was over. */
    OVER("over");

    private final String code;

    VialEnd(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<VialEnd> ofCode(String code) {
        return Arrays.stream(values()).filter(end -> end.code.equals(code)).findFirst();
    }
}
