package org.gardefroid.ingest.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What is read from a file, or from another program, as maps, lists and values; and the same written as JSON. */
public final class Documents {

    private static final JsonFactory JSON = new JsonFactory();

    private Documents() {}

    public static String json(Map<?, ?> document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, document);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** YAML, and so JSON; empty where it is neither, or no object. */
    public static Optional<Map<?, ?>> parse(String text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text) instanceof Map<?, ?> map
                    ? Optional.of(map)
                    : Optional.empty();
        } catch (YAMLException e) {
            return Optional.empty();
        }
    }

    /** What stands at a path such as {@code /receivers/0}; empty if nothing does. */
    public static Optional<Object> at(Object document, String path) {
        Object at = document;
        for (String name : path.substring(1).split("/", -1)) {
            Object next = switch (at) {
                case Map<?, ?> map -> map.get(name);
                case List<?> list when name.chars().allMatch(Character::isDigit)
                        && Integer.parseInt(name) < list.size() ->
                    list.get(Integer.parseInt(name));
                default -> null;
            };
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> field : map.entrySet()) {
                    json.writeFieldName(String.valueOf(field.getKey()));
                    write(json, field.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object item : list) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> json.writeNumber(new BigDecimal(number.toString()));
            default -> json.writeString(value.toString());
        }
    }
}
