package org.gardefroid.dashboards;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One expression of a dashboard.
 *
 * @param where dashboard and panel
 */
record PrometheusQuery(String where, String expression) {

    private static final Pattern NOT_A_METRIC = Pattern.compile(
            "\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"
                    + "|\\b(and|or|unless|bool|offset)\\b");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?![a-zA-Z0-9_:]*\\s*\\()");

    /** The names it reads: what is neither a function, nor a label, nor a word of the language. */
    Set<String> metrics() {
        var names = new TreeSet<String>();
        var matcher = NAME.matcher(NOT_A_METRIC.matcher(expression).replaceAll(" "));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    @Override
    public String toString() {
        return where;
    }
}
