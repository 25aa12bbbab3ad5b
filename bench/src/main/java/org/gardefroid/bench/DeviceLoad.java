package org.gardefroid.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.Topic;

/**
 * One simulated device: a journal of real batches, each naming the hash of the one before, encoded ahead of time so that the
 * generator takes little of the machine while it is measured.
 */
final class DeviceLoad {

    /** Old enough that no run's readings lie in the future, young enough for one or two chunks. */
    private static final Duration BEGAN_AGO = Duration.ofDays(5);
    private static final Duration BETWEEN_RUNS = Duration.ofHours(6);

    private final DeviceId device;
    private final JournalId journal;
    private final List<byte[]> packets;
    private final int window;
    private int sent;
    private volatile int receipted;

    private DeviceLoad(DeviceId device, JournalId journal, List<byte[]> packets, int window) {
        this.device = device;
        this.journal = journal;
        this.packets = packets;
        this.window = window;
    }

    static DeviceLoad of(Load load, int number, Instant now, RandomGenerator random) {
        var device = new DeviceId(Load.device(number));
        byte[] name = new byte[JournalId.BYTES];
        random.nextBytes(name);
        var journal = JournalId.of(name);
        var clock = new BatchClock(new BootId("boot-" + load.run()), 0, Optional.of(
                now.minus(BEGAN_AGO).plus(BETWEEN_RUNS.multipliedBy(load.run())).truncatedTo(ChronoUnit.MILLIS)));
        var probe = new ProbeId(Load.probe(number));
        var packets = new ArrayList<byte[]>(load.batchesPerDevice());
        Sha256 previous = Sha256.NONE;
        int milliCelsius = 5_000;
        long at = 0;
        for (int i = 1; i <= load.batchesPerDevice(); i++) {
            var records = new ArrayList<JournalRecord>(load.readingsPerMessage());
            for (int j = 0; j < load.readingsPerMessage(); j++) {
                // Wanders as a fridge does and stays in range: what is measured is the ordinary day.
                milliCelsius = Math.clamp(milliCelsius + random.nextInt(-60, 61), 3_000, 7_000);
                records.add(new JournalRecord(at, new Measured(probe, new Temperature(milliCelsius))));
                at += 1_000;
            }
            var id = new BatchId(device, journal, i);
            byte[] bytes = BatchCodec
                    .encode(new Batch(id, clock, previous, Optional.empty(), Optional.empty(), records));
            previous = Sha256.of(bytes);
            packets.add(MqttPackets.publish(new Topic.UpBatch(0, id).asString(), bytes));
        }
        return new DeviceLoad(device, journal, packets, load.window());
    }

    DeviceId device() {
        return device;
    }

    JournalId journal() {
        return journal;
    }

    /** The next packet that the window lets go. Called by its connection's writer alone. */
    Optional<byte[]> next() {
        return sent < packets.size() && sent - receipted < window ? Optional.of(packets.get(sent++)) : Optional.empty();
    }

    boolean hasMore() {
        return sent < packets.size();
    }

    int sent() {
        return sent;
    }

    int receipted() {
        return receipted;
    }

    /** Returns how many are new. Called by its connection's reader alone. */
    int receipted(int upTo) {
        int before = receipted;
        if (upTo <= before) {
            return 0;
        }
        receipted = upTo;
        return upTo - before;
    }
}
