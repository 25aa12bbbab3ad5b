package org.gardefroid.vaccines;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gardefroid.telemetry.VialStep;

/** The steps by their codes, for documents. */
final class Steps {

    private Steps() {}

    static VialStep ofCode(String code) {
        return VialStep.ofCode(code).orElseThrow(() -> new IllegalArgumentException("not a step: \"" + code
                + "\"; steps are "
                + Arrays.stream(VialStep.values()).map(VialStep::code).collect(Collectors.joining(", "))));
    }
}
