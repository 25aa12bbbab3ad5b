package org.gardefroid.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the simulated probes of one device gave, as its ledger tells.
 *
 * @param promised behind what the agent had on its card before it ended
 * @param unpromised made in the moment before a kill: on the card or not, nobody was told
 */
record LedgerFile(List<Made> promised, List<Made> unpromised) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static LedgerFile read(Path file) {
        List<Made> promised = new ArrayList<>();
        List<Made> unpromised = new ArrayList<>();
        List<Made> ofThisStart = new ArrayList<>();
        int committed = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode entry = JSON.readTree(line);
                if (entry.has("started")) {
                    split(ofThisStart, committed, promised, unpromised);
                    ofThisStart = new ArrayList<>();
                    committed = 0;
                } else if (entry.has("committed")) {
                    committed = entry.get("committed").asInt();
                } else {
                    ofThisStart.add(made(entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ledger " + file, e);
        }
        split(ofThisStart, committed, promised, unpromised);
        return new LedgerFile(List.copyOf(promised), List.copyOf(unpromised));
    }

    private static void split(List<Made> made, int committed, List<Made> promised, List<Made> unpromised) {
        promised.addAll(made.subList(0, Math.min(committed, made.size())));
        unpromised.addAll(made.subList(Math.min(committed, made.size()), made.size()));
    }

    private static Made made(JsonNode entry) {
        JsonNode celsius = entry.get("milliCelsius");
        return new Made(entry.get("probe").asText(), Instant.parse(entry.get("measuredAt").asText()),
                celsius == null ? entry.get("fault").asText() : celsius.asText());
    }
}
