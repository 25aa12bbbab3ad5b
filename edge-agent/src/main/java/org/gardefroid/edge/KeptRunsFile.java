package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.edge.box.KeptRuns;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Run;
import org.gardefroid.vaccines.custody.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs on the card, a line for each: a quiet month is thirty of them, where the journal has forty thousand records to be read
 * again. What a power cut took of the last lines is in the journal's last days.
 */
final class KeptRunsFile implements KeptRuns {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRunsFile.class);

    /** As long as the journal. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Path file;
    private final Map<ProbeId, List<Run>> runs = new HashMap<>();

    KeptRunsFile(Path file) {
        this.file = file;
        try {
            List<String> lines = Files.exists(file)
                    ? Files.readAllLines(file).stream().filter(line -> !line.isEmpty()).toList()
                    : List.of();
            lines.forEach(this::read);
            rewrite(lines.size());
        } catch (IOException e) { // then what is older than the journal's last days was not observed
            LOG.error("kept runs unreadable file={} reason=\"{}\"", file, e.getMessage());
        }
    }

    private void read(String line) {
        String[] word = line.split(" ");
        try {
            ProbeId probe = new ProbeId(word[0]);
            take(probe, new Run(new PlaceId(probe.value()), Instant.ofEpochMilli(Long.parseLong(word[1])),
                    Instant.ofEpochMilli(Long.parseLong(word[2])),
                    new Span(new Temperature(Integer.parseInt(word[3])), new Temperature(Integer.parseInt(word[4]))),
                    Double.parseDouble(word[5])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            LOG.warn("kept runs: a line passed over file={} line=\"{}\"", file, line); // cut off by a power cut
        }
    }

    private void take(ProbeId probe, Run run) {
        List<Run> all = runs.computeIfAbsent(probe, _ -> new ArrayList<>());
        while (!all.isEmpty() && !all.getLast().to().isBefore(run.from())) {
            all.removeLast();
        }
        all.add(run);
    }

    /** Without what is older, or was written twice. */
    private void rewrite(int lines) throws IOException {
        List<String> left = new ArrayList<>();
        runs.forEach((probe, all) -> {
            Instant oldest = all.getLast().to().minus(KEPT);
            all.removeIf(run -> run.to().isBefore(oldest));
            all.forEach(run -> left.add(line(probe, run)));
        });
        if (left.size() < lines) {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, left, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String line(ProbeId probe, Run run) {
        return probe + " " + run.from().toEpochMilli() + " " + run.to().toEpochMilli() + " "
                + run.seen().coldest().milliCelsius() + " " + run.seen().warmest().milliCelsius() + " " + run.ageing();
    }

    @Override
    public List<Run> of(ProbeId probe) {
        return List.copyOf(runs.getOrDefault(probe, List.of()));
    }

    @Override
    public void keep(ProbeId probe, Run run) {
        take(probe, run);
        try { // begun with the line's end: one that was cut off stays a line of its own
            Files.writeString(file, "\n" + line(probe, run), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.error("run not kept file={} reason=\"{}\"", file, e.getMessage());
        }
    }
}
