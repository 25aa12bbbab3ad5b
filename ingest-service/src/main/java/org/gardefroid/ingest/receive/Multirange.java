package org.gardefroid.ingest.receive;

import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;

/** A set of numbers as PostgreSQL writes an {@code int8multirange}: {@code {[1,6),[8,9)}}. */
final class Multirange {

    private Multirange() {}

    static String text(NumberSet numbers) {
        StringBuilder text = new StringBuilder("{");
        for (NumberRange range : numbers.ranges()) {
            if (text.length() > 1) {
                text.append(',');
            }
            text.append('[').append(range.first()).append(',').append(range.last() + 1).append(')');
        }
        return text.append('}').toString();
    }

    static NumberSet parse(String text) {
        if (text.equals("{}")) {
            return NumberSet.EMPTY;
        }
        List<NumberRange> ranges = new ArrayList<>(1);
        int at = 1;
        while (at < text.length() - 1) {
            int comma = text.indexOf(',', at);
            int end = text.indexOf(')', comma);
            ranges.add(new NumberRange(Long.parseLong(text, at + 1, comma, 10),
                    Long.parseLong(text, comma + 1, end, 10) - 1));
            at = end + 2; // the bracket and the comma after it
        }
        return new NumberSet(ranges);
    }
}
