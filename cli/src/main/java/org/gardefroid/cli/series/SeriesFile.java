package org.gardefroid.cli.series;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gardefroid.cli.Refused;
import org.gardefroid.telemetry.series.Series;
import org.gardefroid.telemetry.series.SeriesProblem;

import static org.gardefroid.cli.Words.say;

/** Reads a logger's file, or says in a person's language why not. */
public final class SeriesFile {

    private SeriesFile() {}

    public static Series read(Path file, String timeColumn, String valueColumn, Optional<ZoneId> zone)
            throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refused(say("series.no-file", file));
        }
        try {
            return Series.of(lines(file), timeColumn, valueColumn, zone);
        } catch (SeriesProblem problem) {
            throw new Refused(
                    file.getFileName() + " : " + say("series." + problem.kind().code(), problem.values().toArray()));
        }
    }

    /** Spreadsheets may write Latin-1: no number or time differs by it. */
    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException _) {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        }
    }

    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw new Refused(say("series.zone", name));
        }
    }
}
