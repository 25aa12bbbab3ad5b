package org.gardefroid.edge.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;

/** A set of numbers in a column, {@code 1-40,43-43}: to be read with the sqlite3 tool as well. */
final class NumberSetText {

    private NumberSetText() {}

    static String write(NumberSet set) {
        return set.ranges().stream().map(range -> range.first() + "-" + range.last()).collect(Collectors.joining(","));
    }

    static NumberSet read(String text) {
        List<NumberRange> ranges = new ArrayList<>();
        for (String range : text.isEmpty() ? new String[0] : text.split(",")) {
            int dash = range.indexOf('-');
            ranges.add(new NumberRange(Long.parseLong(range.substring(0, dash)),
                    Long.parseLong(range.substring(dash + 1))));
        }
        return new NumberSet(ranges);
    }
}
