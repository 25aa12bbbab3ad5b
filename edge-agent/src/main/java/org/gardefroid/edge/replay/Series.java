package org.gardefroid.edge.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Temperature;

/**
 * The readings of a file, in order of time, each time once.
 *
 * @param skipped lines that are no reading
 * @param shift by which all were moved, in whole days
 */
public record Series(List<Point> points, Skipped skipped, Duration shift) {

    /**
     * Lines that are no reading, by why not.
     *
     * @param withoutValue none, or none that is a temperature
     * @param repeated with a second value for one time: the first counts
     */
    public record Skipped(int withoutTime, int withoutValue, int repeated) {}

    /** One reading of the file. */
    public record Point(Instant at, Temperature temperature) {}

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd[ ]['T']HH:mm")
            .optionalStart().appendPattern(":ss").optionalEnd()
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd().toFormatter();

    public Series {
        points = List.copyOf(points);
    }

    /**
     * Reads a file of comma-separated values whose first line names the columns.
     *
     * @param zone of times that do not say theirs
     * @throws IOException with what is wrong, for a person
     */
    public static Series read(Path file, String timeColumn, String valueColumn, ZoneId zone) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> header = lines.isEmpty() ? List.of() : CsvLine.split(lines.getFirst());
        int time = column(file, header, timeColumn);
        int value = column(file, header, valueColumn);
        TreeMap<Instant, Temperature> points = new TreeMap<>();
        int withoutTime = 0;
        int withoutValue = 0;
        int repeated = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = CsvLine.split(line);
            Optional<Instant> at = instant(fields, time, zone);
            Optional<Temperature> temperature = temperature(fields, value);
            if (at.isEmpty()) {
                withoutTime++;
            } else if (temperature.isEmpty()) {
                withoutValue++; // an empty field where the logger had nothing to say
            } else if (points.putIfAbsent(at.get(), temperature.get()) != null) {
                repeated++;
            }
        }
        if (points.isEmpty()) {
            throw new IOException(file + " has no readings in columns " + timeColumn + " and " + valueColumn);
        }
        List<Point> found = new ArrayList<>(points.size());
        points.forEach((at, temperature) -> found.add(new Point(at, temperature)));
        return new Series(found, new Skipped(withoutTime, withoutValue, repeated), Duration.ZERO);
    }

    /**
     * Moves what is too old to be stored, or lies in the future, by whole days: so that the last reading lies in the day
     * before {@code now}, and every hour stays what it was.
     */
    public Series movedToBefore(Instant now) {
        boolean possible = !points.getFirst().at().isBefore(BatchClock.EARLIEST) && !points.getLast().at().isAfter(now);
        if (possible) {
            return this;
        }
        long days = Math.floorDiv(Duration.between(points.getLast().at(), now).toSeconds(),
                Duration.ofDays(1).toSeconds());
        Duration by = Duration.ofDays(days);
        return new Series(points.stream().map(point -> new Point(point.at().plus(by), point.temperature())).toList(),
                skipped,
                by);
    }

    private static int column(Path file, List<String> header, String name) throws IOException {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new IOException(file + " has no column " + name + "; it has: " + String.join(", ", header));
        }
        return index;
    }

    private static Optional<Instant> instant(List<String> fields, int index, ZoneId zone) {
        try {
            return Optional.of(instant(fields.get(index).strip(), zone));
        } catch (DateTimeException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Optional<Temperature> temperature(List<String> fields, int index) {
        try {
            return Optional.of(Temperature.ofCelsius(Double.parseDouble(fields.get(index).strip())));
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text, ZoneId zone) {
        boolean hasZone = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d");
        Instant at = hasZone && text.length() > 16
                ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
                : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
