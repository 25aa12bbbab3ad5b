package org.gardefroid.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Grafana's part in a query: variables first, as the browser fills them in, then macros, as the server's PostgreSQL plugin
 * expands them for a plain database.
 *
 * <p>As there, a macro's arguments end at the first closing parenthesis; and what would be left unexpanded is an error here.
 */
record Macros(Instant from, Instant to, Duration interval, Map<String, String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::(\\w+))?}|\\$__interval\\b(?!_)");
    private static final Pattern MACRO = Pattern.compile("\\$([_a-zA-Z0-9]+)\\(([^)]*)\\)");

    String expand(String sql) {
        String filled = VARIABLE.matcher(sql).replaceAll(match -> quoted(variable(match)));
        String expanded = MACRO.matcher(filled).replaceAll(match -> quoted(macro(match.group(1), match.group(2))));
        if (expanded.contains("$") || expanded.contains("[[")) {
            throw new IllegalArgumentException("something is not expanded: " + expanded);
        }
        return expanded;
    }

    private String variable(MatchResult match) {
        String name = match.group(1);
        if (name == null) {
            return interval.toSeconds() + "s";
        }
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the dashboard has no variable " + name);
        }
        if (!"sqlstring".equals(match.group(2))) {
            throw new IllegalArgumentException(
                    "write ${" + name + ":sqlstring}: anything else lets a name end the string");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    private String macro(String name, String inParentheses) {
        List<String> arguments = Stream.of(inParentheses.split(",")).map(String::strip).toList();
        String column = arguments.getFirst();
        return switch (name) {
            case "__timeFrom" -> "'" + from + "'";
            case "__timeTo" -> "'" + to + "'";
            case "__time" -> column + " AS \"time\"";
            case "__timeFilter" -> column + " BETWEEN '" + from + "' AND '" + to + "'";
            case "__timeGroup" -> group(column, arguments.get(1));
            case "__timeGroupAlias" -> group(column, arguments.get(1)) + " AS \"time\"";
            default -> throw new IllegalArgumentException("Grafana has no macro $" + name);
        };
    }

    private static String group(String column, String width) {
        String seconds = Long.toString(Duration.parse("PT" + width.replace("'", "").toUpperCase(Locale.ROOT))
                .toSeconds());
        return "floor(extract(epoch from " + column + ")/" + seconds + ")*" + seconds;
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
