package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.edge.box.VialNumbers;
import org.gardefroid.telemetry.VialId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vials' numbers on the card: a line for each, so that <i>flacon 3</i> is the same vial after a power cut. */
final class VialNumbersFile implements VialNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(VialNumbersFile.class);

    private final Path file;
    private final Map<VialId, Integer> numbers = new HashMap<>();
    private int highest;

    VialNumbersFile(Path file) {
        this.file = file;
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            lines.forEach(this::read);
        } catch (IOException e) { // then numbers begin above none, and each vial still has its name
            LOG.error("vials' numbers unreadable file={} reason=\"{}\"", file, e.getMessage());
        }
    }

    private void read(String line) {
        String[] word = line.split(" ");
        try {
            int number = Integer.parseInt(word[0]);
            numbers.put(new VialId(word[1]), number);
            highest = Math.max(highest, number);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            LOG.warn("vials' numbers: a line passed over file={} line=\"{}\"", file, line); // cut off by a power cut
        }
    }

    /** Whether a power cut left a line without its end: the next must not go on in it. */
    private boolean isCut() throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        return !text.isEmpty() && !text.endsWith("\n");
    }

    @Override
    public synchronized Map<VialId, Integer> known() {
        return Map.copyOf(numbers);
    }

    @Override
    public synchronized int of(VialId vial) {
        Integer known = numbers.get(vial);
        if (known != null) {
            return known;
        }
        highest++;
        numbers.put(vial, highest);
        try {
            Files.writeString(file, (isCut() ? "\n" : "") + highest + " " + vial + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            LOG.error("vials' numbers not kept file={} reason=\"{}\"", file, e.getMessage());
        }
        return highest;
    }
}
