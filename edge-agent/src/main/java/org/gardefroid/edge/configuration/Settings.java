package org.gardefroid.edge.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.telemetry.WrittenDuration;

/** Keys and values as they stand in the file. Collects what is wrong instead of stopping at it. */
final class Settings {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(kB|MB|GB)");

    private final Map<String, String> values;
    private final Path folder;
    private final Set<String> used = new HashSet<>();
    private Map<String, String> fallback = Map.of();
    private final List<String> problems = new ArrayList<>();

    /** @param folder that relative paths count from: the one in which the file lies */
    Settings(Map<String, String> values, Path folder) {
        this.values = values;
        this.folder = folder;
    }

    Optional<String> optional(String key) {
        used.add(key);
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty())
                .or(() -> Optional.ofNullable(fallback.get(key)));
    }

    /** What counts where the file says nothing. */
    void fallBackOn(Map<String, String> others) {
        fallback = Map.copyOf(others);
    }

    /** The value, or {@code standIn} where it is missing or wrong: then there is a problem, and nobody uses it. */
    <T> T required(String key, Function<String, T> reading, T standIn) {
        Optional<String> text = optional(key);
        if (text.isEmpty()) {
            problems.add(key + " is missing");
            return standIn;
        }
        return read(key, text.get(), reading, standIn);
    }

    <T> T withDefault(String key, String defaultText, Function<String, T> reading) {
        return read(key, optional(key).orElse(defaultText), reading, reading.apply(defaultText));
    }

    /** All {@code prefix.<name> = …}, by name. */
    Map<String, String> named(String prefix) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix + ".")) {
                used.add(key);
                found.put(key.substring(prefix.length() + 1), value.strip());
            }
        });
        return found;
    }

    <T> T read(String key, String text, Function<String, T> reading, T standIn) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(key + " = " + text + ": " + e.getMessage());
            return standIn;
        }
    }

    void problem(String problem) {
        problems.add(problem);
    }

    /** What is wrong, and every key that nothing asked for: a misspelt one would else be silently without effect. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        new TreeMap<>(values).keySet().stream().filter(key -> !used.contains(key))
                .forEach(key -> all.add(key + " is not a setting"));
        return all;
    }

    Path path(String text) {
        return folder.resolve(text);
    }

    static Duration duration(String text) {
        return WrittenDuration.parse(text).orElseThrow(
                () -> new IllegalArgumentException("a duration is written 500ms, 10s, 30m, 8h or 30d"));
    }

    static long bytes(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a size is written 500kB, 200MB or 2GB");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "kB" -> number << 10;
            case "MB" -> number << 20;
            default -> number << 30;
        };
    }
}
