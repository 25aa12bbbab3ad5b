package org.gardefroid.edge.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How simulated time follows from real time.
 *
 * @param start the simulated time at {@code anchor}
 * @param anchor the real time at which the simulation begins
 * @param rate how many simulated seconds pass in a real one until the simulation has caught up, 1 to 100,000
 */
public record SimulatedTime(Instant start, Instant anchor, double rate) {

    private static final Set<String> KEYS = Set.of("start", "anchor", "rate");

    public SimulatedTime {
        if (!(rate >= 1 && rate <= 100_000)) {
            throw new IllegalArgumentException("a rate must be 1 to 100000: " + rate);
        }
        if (start.isAfter(anchor)) {
            throw new IllegalArgumentException("simulated time must not begin in the future: " + start);
        }
    }

    /**
     * Reads {@code start=2026-03-02T06:00:00Z,rate=240,anchor=2026-03-02T14:00:00Z}.
     *
     * @param now the anchor where none is given
     */
    public static SimulatedTime parse(String text, Instant now) {
        Map<String, String> values = new HashMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 0 || !KEYS.contains(part.substring(0, equals))) {
                throw new IllegalArgumentException(
                        "simulated time is start=<time>,rate=<number>[,anchor=<time>]: " + part);
            }
            values.put(part.substring(0, equals), part.substring(equals + 1));
        }
        try {
            return new SimulatedTime(Instant.parse(values.getOrDefault("start", "")),
                    values.containsKey("anchor") ? Instant.parse(values.get("anchor")) : now,
                    Double.parseDouble(values.getOrDefault("rate", "")));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("simulated time is start=<time>,rate=<number>[,anchor=<time>]: " + text,
                    e);
        }
    }

    /** What the simulated clock shows when the real one shows {@code real}. */
    public Instant at(Instant real) {
        Instant fast = start.plusMillis((long) (Math.max(0, Duration.between(anchor, real).toMillis()) * rate));
        return fast.isBefore(real) ? fast : real;
    }

    /** How long after {@code real} the simulated clock shows {@code simulated}; 0 or less if it has. */
    long millisUntil(Instant simulated, Instant real) {
        long fast = (long) Math.ceil(Duration.between(start, simulated).toMillis() / rate);
        return Math.max(Duration.between(real, anchor).toMillis() + fast, Duration.between(real, simulated).toMillis());
    }
}
