package org.gardefroid.telemetry.wire;

import java.util.function.Function;
import org.gardefroid.telemetry.Rejection;

/** What came of decoding: the value, or why there is none. */
public sealed interface Decoded<T> {

    record Ok<T>(T value) implements Decoded<T> {}

    /** @param detail for a person: names the value and the limit; at most {@value #LONGEST_DETAIL} characters */
    record Refused<T>(Rejection reason, String detail) implements Decoded<T> {

        public static final int LONGEST_DETAIL = 300;

        public Refused {
            if (detail.length() > LONGEST_DETAIL) {
                detail = detail.substring(0, LONGEST_DETAIL - 1) + "…";
            }
        }
    }

    default <R> Decoded<R> map(Function<T, R> function) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(function.apply(value));
            case Refused<T>(Rejection reason, String detail) -> new Refused<>(reason, detail);
        };
    }

    /** The value; for those who made the bytes themselves. */
    default T orThrow() {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Refused<T>(Rejection reason, String detail) ->
                throw new IllegalStateException(reason.code() + ": " + detail);
        };
    }
}
