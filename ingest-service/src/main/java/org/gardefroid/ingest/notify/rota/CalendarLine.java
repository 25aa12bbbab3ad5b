package org.gardefroid.ingest.notify.rota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of an iCalendar, unfolded (RFC 5545 §3.1).
 *
 * @param number of the first of the lines it was written on, from 1
 * @param name in capitals, as are those of its parameters
 */
record CalendarLine(int number, String name, Map<String, String> parameters, String value) {

    private static final String VALUE = "(?:\"[^\"]*+\"|[^\";:,]*+)";
    private static final Pattern PARAMETER = Pattern.compile(";([A-Za-z0-9-]++)=(" + VALUE + "(?:," + VALUE + ")*+)");
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]++)((?:" + PARAMETER.pattern() + ")*+):(.*+)",
            Pattern.DOTALL);

    CalendarLine {
        parameters = Map.copyOf(parameters);
    }

    static List<CalendarLine> read(String text) {
        String[] written = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
        List<CalendarLine> lines = new ArrayList<>();
        int first = 0;
        while (first < written.length) {
            StringBuilder line = new StringBuilder(written[first]);
            int next = first + 1;
            while (next < written.length && (written[next].startsWith(" ") || written[next].startsWith("\t"))) {
                line.append(written[next].substring(1));
                next++;
            }
            if (!line.toString().isBlank()) {
                lines.add(of(first + 1, line.toString()));
            }
            first = next;
        }
        return lines;
    }

    private static CalendarLine of(int number, String line) {
        // The decoder's sign for what is not UTF-8: a name that holds it is nobody's, a category none that we know.
        if (line.indexOf('\uFFFD') >= 0) {
            throw new RotaRefused("encoding", number, RotaRefused.shown(line));
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new RotaRefused("line", number, RotaRefused.shown(line));
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher each = PARAMETER.matcher(parts.group(2));
        while (each.find()) {
            parameters.put(each.group(1).toUpperCase(Locale.ROOT), each.group(2).replace("\"", ""));
        }
        return new CalendarLine(number, parts.group(1).toUpperCase(Locale.ROOT), parameters,
                parts.group(parts.groupCount()));
    }

    boolean is(String name, String value) {
        return this.name.equals(name) && this.value.strip().equalsIgnoreCase(value);
    }

    /** In capitals; empty if there is none. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "").toUpperCase(Locale.ROOT);
    }

    String word() {
        return value.strip().toUpperCase(Locale.ROOT);
    }

    /** The value as a text (RFC 5545 §3.3.11). */
    String text() {
        return unescaped(value);
    }

    /** The value as several texts, between commas that are not escaped. */
    List<String> texts() {
        return Pattern.compile("(?<!\\\\),").splitAsStream(value).map(CalendarLine::unescaped).toList();
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\(.)").matcher(text)
                .replaceAll(each -> each.group(1).equalsIgnoreCase("n")
                        ? " "
                        : Matcher.quoteReplacement(each.group(1)))
                .strip();
    }

    String shown() {
        StringBuilder line = new StringBuilder(name);
        parameters.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(each -> line.append(';').append(each.getKey()).append('=').append(each.getValue()));
        return RotaRefused.shown(line.append(':').append(value).toString());
    }

    RotaRefused refused(String reason, Object limit) {
        return new RotaRefused(reason, number, shown(), limit);
    }
}
