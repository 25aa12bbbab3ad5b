package org.gardefroid.ingest.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gardefroid.telemetry.Temperature;

/** One object of the fleet file; what is missing or of the wrong kind is told with its place. */
record Fields(String place, Map<?, ?> values) {

    String text(String name) {
        return maybe(name).orElseThrow(() -> new IllegalArgumentException(place + "." + name + " is missing"));
    }

    String text(String name, String otherwise) {
        return maybe(name).orElse(otherwise);
    }

    Optional<String> maybe(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map || value instanceof List) {
            throw new IllegalArgumentException(place + "." + name + " must be a text or a number");
        }
        return Optional.of(value.toString());
    }

    String among(String name, String otherwise, List<String> allowed) {
        String text = text(name, otherwise);
        if (!allowed.contains(text)) {
            throw new IllegalArgumentException(
                    place + "." + name + " must be one of " + String.join(", ", allowed) + ": " + text);
        }
        return text;
    }

    int number(String name, int otherwise) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException(place + "." + name + " must be a number: " + value);
    }

    /** A whole number within limits, both included. */
    Optional<Integer> within(String name, int least, int most) {
        return maybe(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below, like any other
            }
            throw new IllegalArgumentException(
                    place + "." + name + " must be a whole number from " + least + " to " + most + ": " + text);
        });
    }

    Optional<LocalDate> day(String name) {
        Object value = values.get(name);
        if (value instanceof Date date) { // YAML knows a day when it sees one
            return Optional.of(LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC));
        }
        return maybe(name).map(text -> day(place + "." + name, text));
    }

    boolean names(String name) {
        return values.containsKey(name);
    }

    /** A list of days, or of stretches of them, as they are written. */
    List<String> days(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(place + "." + name + " must be a list of days: " + value);
        }
        return list.stream().map(each -> each instanceof Date date
                ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString()
                : String.valueOf(each)).toList();
    }

    static LocalDate day(String place, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(place + " must be a day like 2027-03-31: " + text, e);
        }
    }

    Optional<Integer> milliCelsius(String name) {
        return maybe(name).map(celsius -> {
            try {
                return new Temperature(new BigDecimal(celsius).movePointRight(3).intValueExact()).milliCelsius();
            } catch (ArithmeticException | IllegalArgumentException e) {
                throw new IllegalArgumentException(place + "." + name
                        + " must be in degrees Celsius from -200 to 200, exact to 0.001: " + celsius, e);
            }
        });
    }

    List<Fields> list(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(place + "." + name + " must be a list");
        }
        return IntStream.range(0, list.size())
                .mapToObj(at -> object(place + "." + name + "[" + at + "]", list.get(at))).toList();
    }

    List<String> texts(String name) {
        Object value = values.get(name);
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    Optional<Fields> object(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> object(place + "." + name, value));
    }

    private static Fields object(String place, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(place, map);
        }
        throw new IllegalArgumentException(place + " must be an object");
    }

    /** As JSON, for what is kept as a document. */
    String json() {
        return Documents.json(values);
    }
}
