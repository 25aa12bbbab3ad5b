package org.gardefroid.vaccines;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gardefroid.telemetry.RefusedValue;
import org.gardefroid.telemetry.VialStep;

/** The steps by their codes, for documents. */
final class Steps {

    private static final String CODES = Arrays.stream(VialStep.values()).map(VialStep::code)
            .collect(Collectors.joining(", "));

    private Steps() {}

    static VialStep ofCode(String code) {
        return VialStep.ofCode(code).orElseThrow(() -> new RefusedValue(
                "pas une étape : « " + code + " » ; les étapes sont " + CODES,
                "not a step: \"" + code + "\"; steps are " + CODES));
    }
}
