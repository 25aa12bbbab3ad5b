package org.gardefroid.telemetry;

import java.util.Arrays;
import java.util.Optional;

/** What may be done with a vial. The code is on the wire for ever. */
public enum VialStep {
    THAWED("thawed"),
    PUNCTURED("punctured"),
    DILUTED("diluted"),
    RECONSTITUTED("reconstituted"),
    DRAWN_UP("drawn-up"),
    /** A mistaken start is taken back, by a person; the start is kept. */
    VOIDED("voided"),
    /** Used up, wasted or handed back: its clock is of no more interest. */
    FINISHED("finished");

    private final String code;

    VialStep(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<VialStep> ofCode(String code) {
        return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }
}
