package org.gardefroid.cli.judge;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.Observed;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.RecordedTime;

import static org.gardefroid.cli.Words.say;

/** What was measured, as CSV: {@code time,where,celsius}. An empty temperature is a probe's fault, and no reading. */
final class ReadingFile {

    private ReadingFile() {}

    static List<Observed> read(Path file) throws IOException {
        List<Observed> readings = new ArrayList<>();
        for (Line line : Line.of(file)) {
            String[] fields = line.text().split(",", -1);
            if (fields.length != 3) {
                throw line.refused(say("judge.three-fields", fields.length));
            }
            if (line.number() == 1 && fields[0].strip().equals("time")) {
                continue; // the header
            }
            Instant at = time(line, fields[0].strip());
            PlaceId where = where(line, fields[1].strip());
            String celsius = fields[2].strip();
            if (!celsius.isEmpty()) {
                readings.add(new Observed(at, where, temperature(line, celsius)));
            }
        }
        return readings;
    }

    private static Instant time(Line line, String text) {
        try {
            return RecordedTime.checked(Instant.parse(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw line.refused(say("judge.no-time", text));
        }
    }

    private static PlaceId where(Line line, String text) {
        try {
            return new PlaceId(text);
        } catch (IllegalArgumentException e) {
            throw line.refused(String.valueOf(e.getMessage()));
        }
    }

    private static Temperature temperature(Line line, String text) {
        try {
            return new Temperature(new BigDecimal(text).movePointRight(3).intValueExact());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw line.refused(say("judge.no-temperature", text));
        }
    }
}
