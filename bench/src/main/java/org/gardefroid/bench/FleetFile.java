package org.gardefroid.bench;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A fleet for the service to begin with: as many refrigerators as devices, each with its product probe. */
final class FleetFile {

    private FleetFile() {}

    static String of(int devices) {
        return """
                {"sites": [{"name": "bench", "fr": "Banc d'essai", "en": "Bench"}],
                 "devices": [%s],
                 "equipments": [%s]}
                """.formatted(
                each(devices, i -> "{\"name\": \"%s\", \"site\": \"bench\"}".formatted(Load.device(i))),
                each(devices, i -> """
                        {"name": "fridge-%1$d", "site": "bench", "device": "%2$s", "kind": "refrigerator",
                         "fr": "Frigo %1$d", "en": "Fridge %1$d", "preset": "fridge-2-8",
                         "probes": [{"name": "%3$s", "purpose": "product"}]}""".formatted(i, Load.device(i),
                        Load.probe(i))));
    }

    private static String each(int devices, IntFunction<String> words) {
        return IntStream.range(0, devices).mapToObj(words).collect(Collectors.joining(",\n"));
    }
}
