package org.gardefroid.telemetry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of a JSON document. Every question names a member and a type; the answer is of that type, or a
 * {@link JsonProblem} that names the member's place. {@code null} is the same as a member that is not there.
 */
public final class JsonObject {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String place;
    private final Map<String, Object> members;

    private JsonObject(String place, Map<String, Object> members) {
        this.place = place;
        this.members = members;
    }

    /** The one object that {@code document} is. */
    public static JsonObject parse(String document) {
        try (JsonParser parser = FACTORY.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonProblem("not a JSON object");
            }
            JsonObject object = object(parser, "");
            if (parser.nextToken() != null) {
                throw new JsonProblem("more than one JSON object");
            }
            return object;
        } catch (IOException e) {
            throw new JsonProblem("not JSON: " + e.getMessage(), e);
        }
    }

    private static JsonObject object(JsonParser parser, String place) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser, place.isEmpty() ? name : place + "." + name);
            if (value != null) {
                members.put(name, value);
            }
        }
        return new JsonObject(place, members);
    }

    private static @Nullable Object value(JsonParser parser, String place) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Object value = value(parser, place + "[" + values.size() + "]");
                    if (value == null) {
                        throw new JsonProblem(place + "[" + values.size() + "]: nothing there");
                    }
                    values.add(value);
                }
                yield values;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** Refuses members that mean nothing here: a misspelt one would be left out in silence. */
    public JsonObject only(Set<String> names) {
        for (String name : members.keySet()) {
            if (!names.contains(name)) {
                throw new JsonProblem(placeOf(name) + ": unknown; known here are " + String.join(", ",
                        names.stream().sorted().toList()));
            }
        }
        return this;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** What there is, in the document's order. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    public boolean isText(String name) {
        return members.get(name) instanceof String;
    }

    public boolean isObject(String name) {
        return members.get(name) instanceof JsonObject;
    }

    public String text(String name) {
        return required(name, String.class, "a text");
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public boolean flag(String name) {
        return required(name, Boolean.class, "true or false");
    }

    public BigDecimal decimal(String name) {
        return required(name, BigDecimal.class, "a number");
    }

    public int integer(String name) {
        try {
            return decimal(name).intValueExact();
        } catch (ArithmeticException e) {
            throw new JsonProblem(placeOf(name) + ": not a whole number: " + decimal(name), e);
        }
    }

    public Instant instant(String name) {
        return parsed(name, "an instant", Instant::parse);
    }

    public LocalDate date(String name) {
        return parsed(name, "a date", LocalDate::parse);
    }

    public Duration duration(String name) {
        return parsed(name, "a duration", Duration::parse);
    }

    public JsonObject object(String name) {
        return required(name, JsonObject.class, "an object");
    }

    public Optional<JsonObject> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    public List<JsonObject> objects(String name) {
        return list(name, JsonObject.class, "an object");
    }

    public List<String> texts(String name) {
        return list(name, String.class, "a text");
    }

    /** The text of {@code name}, made into what it stands for; an IllegalArgumentException becomes a problem with a place. */
    public <T> T as(String name, Function<String, T> meaning) {
        return problem(name, () -> meaning.apply(text(name)));
    }

    /** Says where an IllegalArgumentException of {@code made} comes from. */
    public <T> T problem(String name, java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (JsonProblem e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new JsonProblem(placeOf(name) + ": " + e.getMessage(), e);
        }
    }

    private <T> T parsed(String name, String kind, Function<String, T> parse) {
        String text = text(name);
        try {
            return parse.apply(text);
        } catch (DateTimeParseException e) {
            throw new JsonProblem(placeOf(name) + ": not " + kind + ": \"" + text + "\"", e);
        }
    }

    private <T> T required(String name, Class<T> type, String kind) {
        Object value = members.get(name);
        if (value == null) {
            throw new JsonProblem(placeOf(name) + ": missing");
        }
        return cast(placeOf(name), value, type, kind);
    }

    private <T> List<T> list(String name, Class<T> type, String kind) {
        List<T> values = new ArrayList<>();
        for (Object value : required(name, List.class, "a list")) {
            values.add(cast(placeOf(name) + "[" + values.size() + "]", value, type, kind));
        }
        return List.copyOf(values);
    }

    private static <T> T cast(String place, Object value, Class<T> type, String kind) {
        if (!type.isInstance(value)) {
            throw new JsonProblem(place + ": not " + kind + ": " + shown(value));
        }
        return type.cast(value);
    }

    private static String shown(Object value) {
        return switch (value) {
            case String text -> '"' + text + '"';
            case JsonObject object -> "an object";
            case List<?> list -> "a list";
            default -> value.toString();
        };
    }

    private String placeOf(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
