package org.gardefroid.cli;

import java.time.Duration;
import org.gardefroid.telemetry.WrittenDuration;
import picocli.CommandLine.TypeConversionException;

/** Durations as a person writes them: {@code 90s}, {@code 30m}, {@code 10h}. */
public final class Durations {

    /** One of each form. */
    public static final String FORMS = "500ms, 150s, 30m, 10h, 7d";

    private Durations() {}

    public static Duration parse(String text) {
        return WrittenDuration.parse(text)
                .orElseThrow(() -> new TypeConversionException("« " + text + " » : " + FORMS));
    }
}
