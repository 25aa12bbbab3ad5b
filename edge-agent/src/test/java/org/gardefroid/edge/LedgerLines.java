package org.gardefroid.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;

/** Readings as lines of a ledger: what an agent promised, and what came of it. */
final class LedgerLines {

    private LedgerLines() {}

    static List<String> of(List<Batch> batches) {
        return batches.stream().flatMap(batch -> batch.records().stream()
                .filter(record -> record.observation() instanceof Measured)
                .map(record -> line((Measured) record.observation(),
                        batch.clock().date(record.monotonicMillis()).orElseThrow())))
                .toList();
    }

    private static String line(Measured measured, Instant at) {
        return "{\"probe\":\"" + measured.probe() + "\",\"measuredAt\":\"" + at + "\","
                + switch (measured.measurement()) {
                    case Temperature temperature -> "\"milliCelsius\":" + temperature.milliCelsius();
                    case ProbeFault fault -> "\"fault\":\"" + fault.code() + "\"";
                } + "}";
    }

    /** What each start had promised: its lines up to its last "committed". */
    static List<String> committed(Path ledger) {
        List<String> all = new ArrayList<>();
        List<String> start = new ArrayList<>();
        int committed = 0;
        for (String line : lines(ledger)) {
            if (line.startsWith("{\"started\"")) {
                all.addAll(start.subList(0, committed));
                start.clear();
                committed = 0;
            } else if (line.startsWith("{\"committed\"")) {
                committed = Integer.parseInt(line.replaceAll("\\D", ""));
            } else if (line.endsWith("}")) { // else it is being written just now
                start.add(line);
            }
        }
        all.addAll(start.subList(0, committed));
        return all;
    }

    private static List<String> lines(Path ledger) {
        try {
            return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
