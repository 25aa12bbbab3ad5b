package org.gardefroid.edge.sampling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;

/**
 * For an account made by somebody else: what the probes gave for a record, written beside the journal and not by it.
 *
 * <p>One line of JSON each, written before the journal is told; and a line {@code {"committed":n}} once the first n lines
 * of this start are on the card. What stands behind the last such line when the agent is killed is neither lost nor not:
 * nobody was promised it. A start begins with {@code {"started":"<journal>"}}.
 */
public final class Ledger implements AutoCloseable {

    private final FileChannel file;
    private long made;

    public Ledger(Path path) {
        try {
            this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the ledger " + path, e);
        }
    }

    public void started(String journal) {
        write("{\"started\":\"" + journal + "\"}");
    }

    /** @return how many measurements have been written since the start */
    public long made(Moment at, Measured measured) {
        write("{\"probe\":\"" + measured.probe() + "\"," + time(at) + "," + switch (measured) {
            case Measured(ProbeId _, Temperature temperature) -> "\"milliCelsius\":" + temperature.milliCelsius();
            case Measured(ProbeId _, ProbeFault fault) -> "\"fault\":\"" + fault.code() + "\"";
        } + "}");
        return ++made;
    }

    public void committed(long count) {
        write("{\"committed\":" + count + "}");
    }

    private static String time(Moment at) {
        return at.wall().map(wall -> "\"measuredAt\":\"" + wall + "\"")
                .orElseGet(() -> "\"boot\":\"" + at.boot() + "\",\"monotonicMillis\":" + at.monotonicMillis());
    }

    private void write(String line) {
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8))); // one write: a kill leaves no half
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the ledger", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the ledger", e);
        }
    }
}
