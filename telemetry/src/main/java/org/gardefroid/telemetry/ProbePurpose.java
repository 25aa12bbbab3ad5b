package org.gardefroid.telemetry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a probe is hung for: the three are never mixed. */
public enum ProbePurpose {
    /** Buffered, beside the vials: feeds excursions, exposure and dose clocks. */
    PRODUCT("product"),
    /** Bare, in the air: feeds door and forecast, and condemns nothing. */
    AIR("air"),
    /** Beside the equipment, where people work: what is out on the table is as warm as that. No rule judges it. */
    AMBIENT("ambient");

    /** As it is written on the wire, in files and in the database, for ever. */
    public static final List<String> CODES = Arrays.stream(values()).map(ProbePurpose::code).toList();

    private final String code;

    ProbePurpose(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ProbePurpose> find(String code) {
        return Arrays.stream(values()).filter(purpose -> purpose.code.equals(code)).findFirst();
    }

    /** @throws IllegalArgumentException for none of {@link #CODES} */
    public static ProbePurpose ofCode(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(
                "a probe's purpose is one of " + String.join(", ", CODES) + ": " + code));
    }

    /** Whether what it reads is told of goods: of those inside, or of those beside it. */
    public boolean tellsOfGoods() {
        return this != AIR;
    }
}
