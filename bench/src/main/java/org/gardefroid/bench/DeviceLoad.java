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

    private static final Duration BETWEEN_RUNS = Duration.ofHours(6);

    private static final int WARM = 9_000;
    static final int WARM_IN_TURN = 4;

    private final int number;
    private final DeviceId device;
    private final JournalId journal;
    private final List<byte[]> packets;
    private final int window;
    private final int warmFrom;
    private int sent;
    private Optional<Instant> warmSent = Optional.empty();
    private volatile int receipted;

    private DeviceLoad(int number, DeviceId device, JournalId journal, List<byte[]> packets, int window, int warmFrom) {
        this.number = number;
        this.device = device;
        this.journal = journal;
        this.packets = packets;
        this.window = window;
        this.warmFrom = warmFrom;
    }

    static DeviceLoad of(Load load, int number, Instant now, RandomGenerator random) {
        var device = new DeviceId(Load.device(number));
        byte[] name = new byte[JournalId.BYTES];
        random.nextBytes(name);
        var journal = JournalId.of(name);
        Instant began = load.isLive()
                ? now
                : now.minus(Duration.ofDays(load.daysAgo())).plus(BETWEEN_RUNS.multipliedBy(load.run()));
        var clock = new BatchClock(new BootId("boot-" + load.run()), 0,
                Optional.of(began.truncatedTo(ChronoUnit.MILLIS)));
        int apart = load.isLive() ? 1_000 * load.devices() / load.messagesPerSecond() : 1_000;
        int warmFrom = warmFrom(load, number, random);
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
                records.add(new JournalRecord(at,
                        new Measured(probe, new Temperature(i < warmFrom ? milliCelsius : WARM))));
                at += apart;
            }
            var id = new BatchId(device, journal, i);
            byte[] bytes = BatchCodec
                    .encode(new Batch(id, clock, previous, Optional.empty(), Optional.empty(), records));
            previous = Sha256.of(bytes);
            packets.add(MqttPackets.publish(new Topic.UpBatch(0, id).asString(), bytes));
        }
        return new DeviceLoad(number, device, journal, packets, load.window(), warmFrom);
    }

    /** The first batch that is too warm, somewhere in the middle of the run; each run has others that become so. */
    private static int warmFrom(Load load, int number, RandomGenerator random) {
        int rest = number - load.run() % WARM_IN_TURN;
        boolean isWarm = rest % WARM_IN_TURN == 0 && rest / WARM_IN_TURN < load.excursions();
        int batches = load.batchesPerDevice();
        return isWarm ? 1 + random.nextInt(batches / 5, Math.max(1, batches * 9 / 10)) : Integer.MAX_VALUE;
    }

    DeviceId device() {
        return device;
    }

    String equipment() {
        return Load.equipment(number);
    }

    JournalId journal() {
        return journal;
    }

    /** The next packet that the window lets go. Called by its connection's writer alone. */
    Optional<byte[]> next() {
        if (sent == packets.size() || sent - receipted >= window) {
            return Optional.empty();
        }
        if (sent + 1 == warmFrom) {
            warmSent = Optional.of(Instant.now());
        }
        return Optional.of(packets.get(sent++));
    }

    /** When the first batch that is too warm was sent. To be asked once the connection's writer has ended. */
    Optional<Instant> warmSent() {
        return warmSent;
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
