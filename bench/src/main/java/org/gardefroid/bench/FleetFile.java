package org.gardefroid.bench;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A fleet for the service to begin with: as many refrigerators as devices, each with its product probe. */
final class FleetFile {

    /** So that what is measured is the program and not the patience of a rule. */
    private static final String AT_ONCE = """
            "settings": {"version": 1, "equipment": "%s", "longestGap": "PT10M", "probes": [], "rules": [{"name": "bench.high", "severity": "critical",
             "bound": {"above": 8000}, "delay": "PT0S"}]},""";

    private static final String ON_CALL = """
            "people": [{"name": "martin", "site": "bench", "display": "Dr Martin", "role": "doctor", "language": "fr",
             "email": "martin@exemple.test"}],
            "cascade": [{"site": "bench", "step": 1, "person": "martin", "channel": "mail"}],""";

    private FleetFile() {}

    static String of(int devices) {
        return of(devices, "", "");
    }

    /** Each tells one person of too high a temperature with the first reading. */
    static String watched(int devices) {
        return of(devices, ON_CALL, AT_ONCE);
    }

    private static String of(int devices, String people, String settings) {
        return """
                {"sites": [{"name": "bench", "fr": "Banc d'essai", "en": "Bench"}], %s
                 "devices": [%s],
                 "equipments": [%s]}
                """.formatted(people,
                each(devices, i -> "{\"name\": \"%s\", \"site\": \"bench\"}".formatted(Load.device(i))),
                each(devices, i -> """
                        {"name": "%1$s", "site": "bench", "device": "%2$s", "kind": "refrigerator", %4$s
                         "fr": "Frigo %5$d", "en": "Fridge %5$d", "preset": "fridge-2-8",
                         "probes": [{"name": "%3$s", "purpose": "product"}]}""".formatted(Load.equipment(i),
                        Load.device(i), Load.probe(i), settings.formatted(Load.equipment(i)), i)));
    }

    private static String each(int devices, IntFunction<String> words) {
        return IntStream.range(0, devices).mapToObj(words).collect(Collectors.joining(",\n"));
    }
}
