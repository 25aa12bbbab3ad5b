package org.gardefroid.telemetry;

import java.util.Arrays;
import java.util.Optional;

/** Why a start is taken back. The code is on the wire for ever. */
public enum VoidReason {
    /** Nothing was done with the vial. */
    NOT_OPENED("not-opened"),
    /** It was done with another vial. */
    OTHER_VIAL("other-vial"),
    /** The vial is of another product than was said. */
    OTHER_PRODUCT("other-product"),
    /** Something else was done with it. */
    OTHER_STEP("other-step");

    private final String code;

    VoidReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<VoidReason> ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
