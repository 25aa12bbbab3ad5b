package org.gardefroid.telemetry.series;

import java.io.IOException;
import java.util.List;

/** Why a file is not read at all: each could only be guessed at, and a guess might judge what nobody measured. */
public final class SeriesProblem extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong; {@link #values} has as many values as its sentence has places. */
    public enum Kind {
        /** The column asked for, and those that there are. */
        NO_COLUMN("no-column", "has no column %s; it has: %s"),
        /** The columns of time and of temperature, and what stands in the first row. */
        NO_READINGS("no-readings", "has no readings in columns %s and %s; its first row says: %s"),
        /** The line, and its time. */
        NO_ZONE("no-zone", "line %s: the time %s carries no offset, and no zone is given"),
        /** The line, and its temperature. */
        DECIMAL_COMMA("decimal-comma", "line %s: the temperature %s has a comma where a point is needed"),
        /** The line, how many fields it has, and how many columns there are. */
        TOO_MANY_FIELDS("too-many-fields", "line %s: %s fields for %s columns; a decimal comma needs to be a point");

        private final String code;
        private final String sentence;

        Kind(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        /** Stands in the keys of texts. */
        public String code() {
            return code;
        }
    }

    private final Kind kind;
    private final List<String> values;

    SeriesProblem(Kind kind, Object... values) {
        super(String.format(kind.sentence, values));
        this.kind = kind;
        this.values = List.of(values).stream().map(String::valueOf).toList();
    }

    public Kind kind() {
        return kind;
    }

    /** What the sentence of {@link #kind} is filled with, in its order. */
    public List<String> values() {
        return values;
    }
}
