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
import org.gardefroid.telemetry.RefusedValue;
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
                throw new JsonProblem("", "pas un objet JSON", "not a JSON object");
            }
            JsonObject object = object(parser, "");
            if (parser.nextToken() != null) {
                throw new JsonProblem("", "plus d’un objet JSON", "more than one JSON object");
            }
            return object;
        } catch (IOException e) {
            throw new JsonProblem("", "pas du JSON : " + e.getMessage(), "not JSON: " + e.getMessage(), e);
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
                        throw new JsonProblem(place + "[" + values.size() + "]", "rien à cette place", "nothing there");
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
                String known = String.join(", ", names.stream().sorted().toList());
                throw new JsonProblem(placeOf(name), "inconnu ; sont connus ici " + known,
                        "unknown; known here are " + known);
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
        return required(name, Kind.TEXT);
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public boolean flag(String name) {
        return required(name, Kind.FLAG);
    }

    public BigDecimal decimal(String name) {
        return required(name, Kind.NUMBER);
    }

    public int integer(String name) {
        try {
            return decimal(name).intValueExact();
        } catch (ArithmeticException e) {
            throw new JsonProblem(placeOf(name), "pas un nombre entier : " + decimal(name),
                    "not a whole number: " + decimal(name), e);
        }
    }

    public Instant instant(String name) {
        return parsed(name, "un instant", "an instant", Instant::parse);
    }

    public LocalDate date(String name) {
        return parsed(name, "une date", "a date", LocalDate::parse);
    }

    public Duration duration(String name) {
        return parsed(name, "une durée", "a duration", Duration::parse);
    }

    public JsonObject object(String name) {
        return required(name, Kind.OBJECT);
    }

    public Optional<JsonObject> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    public List<JsonObject> objects(String name) {
        return list(name, Kind.OBJECT);
    }

    public List<String> texts(String name) {
        return list(name, Kind.TEXT);
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
        } catch (RefusedValue e) {
            throw new JsonProblem(placeOf(name), e.inFrench(), String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new JsonProblem(placeOf(name), "valeur refusée : " + e.getMessage(), String.valueOf(e.getMessage()),
                    e);
        }
    }

    private <T> T parsed(String name, String french, String english, Function<String, T> parse) {
        String text = text(name);
        try {
            return parse.apply(text);
        } catch (DateTimeParseException e) {
            throw new JsonProblem(placeOf(name), "pas " + french + " : « " + text + " »",
                    "not " + english + ": \"" + text + "\"", e);
        }
    }

    private <T> T required(String name, Kind<T> kind) {
        Object value = members.get(name);
        if (value == null) {
            throw new JsonProblem(placeOf(name), "absent", "missing");
        }
        return kind.of(placeOf(name), value);
    }

    private <T> List<T> list(String name, Kind<T> kind) {
        List<T> values = new ArrayList<>();
        for (Object value : required(name, Kind.LIST)) {
            values.add(kind.of(placeOf(name) + "[" + values.size() + "]", value));
        }
        return List.copyOf(values);
    }

    /** What a value may be, and what it is called. */
    private record Kind<T>(Class<T> type, String french, String english) {

        static final Kind<String> TEXT = new Kind<>(String.class, "un texte", "a text");
        static final Kind<Boolean> FLAG = new Kind<>(Boolean.class, "true ou false", "true or false");
        static final Kind<BigDecimal> NUMBER = new Kind<>(BigDecimal.class, "un nombre", "a number");
        static final Kind<JsonObject> OBJECT = new Kind<>(JsonObject.class, "un objet", "an object");
        @SuppressWarnings("rawtypes")
        static final Kind<List> LIST = new Kind<>(List.class, "une liste", "a list");

        T of(String place, Object value) {
            if (!type.isInstance(value)) {
                throw new JsonProblem(place, "pas " + french + " : " + shown(value, true),
                        "not " + english + ": " + shown(value, false));
            }
            return type.cast(value);
        }

        private static String shown(Object value, boolean isFrench) {
            return switch (value) {
                case String text -> isFrench ? "« " + text + " »" : '"' + text + '"';
                case JsonObject object -> isFrench ? OBJECT.french : OBJECT.english;
                case List<?> list -> isFrench ? LIST.french : LIST.english;
                default -> value.toString();
            };
        }
    }

    private String placeOf(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
