package org.gardefroid.telemetry.series;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
     * Lines that are no reading, by why not. Blank ones are no lines.
     *
     * @param withoutValue none, or none that is a temperature
     * @param repeated with a second value for one time: the first counts
     */
    public record Skipped(int withoutTime, int withoutValue, int repeated) {}

    /** One reading of the file. */
    public record Point(Instant at, Temperature temperature) {}

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");

    public Series {
        points = List.copyOf(points);
    }

    /**
     * Reads comma-separated values whose first line names the columns.
     *
     * @param zone of times that do not say theirs
     */
    public static Series of(List<String> lines, String timeColumn, String valueColumn, Optional<ZoneId> zone)
            throws SeriesProblem {
        List<String> header = lines.isEmpty() ? List.of() : CsvLine.split(lines.getFirst());
        int time = column(header, timeColumn);
        int value = column(header, valueColumn);
        List<Line> rows = rows(lines, header.size(), time);
        TimeColumn times = new TimeColumn(zone);
        TreeMap<Instant, Temperature> points = new TreeMap<>();
        int withoutTime = 0;
        int withoutValue = 0;
        int repeated = 0;
        for (Line row : rows) {
            Optional<Instant> at = times.instant(field(row.fields(), time), row.number());
            Optional<Temperature> temperature = temperature(field(row.fields(), value), row.number());
            if (at.isEmpty()) {
                withoutTime++;
            } else if (temperature.isEmpty()) {
                withoutValue++; // an empty field where the logger had nothing to say
            } else if (points.putIfAbsent(at.get(), temperature.get()) != null) {
                repeated++;
            }
        }
        if (points.isEmpty()) {
            throw new SeriesProblem(SeriesProblem.Kind.NO_READINGS, timeColumn, valueColumn,
                    lines.size() > 1 ? lines.get(1) : "");
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

    /** A line that is not blank, with its number in the file. */
    private record Line(int number, List<String> fields) {}

    /** In the order in which they were measured: some programs write the newest first. */
    private static List<Line> rows(List<String> lines, int columns, int time) throws SeriesProblem {
        List<Line> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(new Line(i + 1, fields(lines.get(i), columns, i + 1)));
            }
        }
        return TimeColumn.isNewestFirst(rows.stream().map(row -> field(row.fields(), time)).toList())
                ? rows.reversed()
                : rows;
    }

    private static int column(List<String> header, String name) throws SeriesProblem {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new SeriesProblem(SeriesProblem.Kind.NO_COLUMN, name, String.join(", ", header));
        }
        return index;
    }

    /** A comma within a number makes one field too many: taken for what they look like, 7,9 °C would be 7 °C. */
    private static List<String> fields(String line, int columns, int number) throws SeriesProblem {
        List<String> fields = CsvLine.split(line);
        if (fields.stream().skip(columns).anyMatch(field -> !field.isBlank())) {
            throw new SeriesProblem(SeriesProblem.Kind.TOO_MANY_FIELDS, number, fields.size(), columns);
        }
        return fields;
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index).strip() : "";
    }

    /** As a spreadsheet writes what is below zero. */
    private static final char MINUS = '\u2212';

    private static Optional<Temperature> temperature(String text, int line) throws SeriesProblem {
        if (DECIMAL_COMMA.matcher(text).matches()) {
            throw new SeriesProblem(SeriesProblem.Kind.DECIMAL_COMMA, line, text);
        }
        try {
            return Optional.of(Temperature.ofCelsius(Double.parseDouble(text.replace(MINUS, '-'))));
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
