package org.gardefroid.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program tells in Prometheus' text format: each sample by its name with its labels. */
record Metrics(Map<String, Double> samples) {

    private static final Pattern BUCKET = Pattern.compile("_bucket\\{.*le=\"([^\"]+)\".*}");

    Metrics {
        samples = Map.copyOf(samples);
    }

    static Metrics parse(String text) {
        var samples = new HashMap<String, Double>();
        for (String line : text.lines().filter(line -> !line.startsWith("#") && line.contains(" ")).toList()) {
            int space = line.lastIndexOf(' ');
            samples.put(line.substring(0, space).strip(), number(line.substring(space + 1)));
        }
        return new Metrics(samples);
    }

    /** The sum over all labels. */
    OptionalDouble total(String name) {
        var values = samples.entrySet().stream()
                .filter(sample -> sample.getKey().equals(name) || sample.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue).toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Arrays.stream(values).sum());
    }

    double since(Metrics before, String name) {
        return total(name).orElse(0) - before.total(name).orElse(0);
    }

    /**
     * A quantile of what a histogram counted since {@code before}, as Prometheus estimates it: evenly spread within its
     * bucket. Beyond the last bucket, that bucket's end.
     */
    OptionalDouble quantileSince(Metrics before, String histogram, double quantile) {
        var counts = new TreeMap<Double, Double>();
        samples.forEach((sample, value) -> {
            if (sample.startsWith(histogram + "_bucket{")) {
                Matcher bucket = BUCKET.matcher(sample);
                if (bucket.find()) {
                    counts.merge(number(bucket.group(1)), value - before.samples.getOrDefault(sample, 0.0),
                            Double::sum);
                }
            }
        });
        if (counts.isEmpty() || counts.lastEntry().getValue() <= 0) {
            return OptionalDouble.empty();
        }
        double wanted = quantile * counts.lastEntry().getValue();
        double from = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
            if (bucket.getValue() >= wanted) {
                return OptionalDouble.of(bucket.getKey().isInfinite()
                        ? from
                        : from + (bucket.getKey() - from) * (wanted - below) / (bucket.getValue() - below));
            }
            from = bucket.getKey();
            below = bucket.getValue();
        }
        return OptionalDouble.of(from);
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
