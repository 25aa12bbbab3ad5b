package org.gardefroid.ingest.receive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.Topic;

/** Makes the batches of one journal, each naming the one before. */
final class Journaled {

    private final DeviceId device;
    private final JournalId journal;
    private final Instant booted;
    private Sha256 previous = Sha256.NONE;
    private long number;
    private long monotonicMillis = 60_000;

    /** @param booted when the monotonic clock showed 0 */
    Journaled(DeviceId device, int seed, Instant booted) {
        byte[] random = new byte[JournalId.BYTES];
        new Random(seed).nextBytes(random);
        this.device = device;
        this.journal = JournalId.of(random);
        this.booted = booted;
    }

    static final class Sealed {

        private final BatchId id;
        private final byte[] bytes;

        Sealed(BatchId id, byte[] bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        String topic() {
            return new Topic.UpBatch(0, id).asString();
        }
    }

    JournalId journal() {
        return journal;
    }

    BatchId id(long batch) {
        return new BatchId(device, journal, batch);
    }

    /** One reading a second. */
    Sealed readings(String probe, int... milliCelsius) {
        return seal(true, observations(probe, milliCelsius));
    }

    Sealed undatedReadings(String probe, int... milliCelsius) {
        return seal(false, observations(probe, milliCelsius));
    }

    Sealed observed(Observation... observations) {
        return seal(true, List.of(observations));
    }

    private static List<Observation> observations(String probe, int... milliCelsius) {
        List<Observation> observations = new ArrayList<>();
        for (int value : milliCelsius) {
            observations.add(new Measured(new ProbeId(probe), new Temperature(value)));
        }
        return observations;
    }

    private Sealed seal(boolean trusted, List<Observation> observations) {
        List<JournalRecord> records = new ArrayList<>();
        for (Observation observation : observations) {
            records.add(new JournalRecord(monotonicMillis, observation));
            monotonicMillis += 1_000;
        }
        number++;
        BatchClock clock = new BatchClock(new BootId("boot-" + journal.value().substring(0, 8)), monotonicMillis,
                trusted ? Optional.of(booted.plusMillis(monotonicMillis)) : Optional.empty());
        Batch batch = new Batch(id(number), clock, previous, Optional.empty(), Optional.empty(), records);
        byte[] bytes = BatchCodec.encode(batch);
        previous = Sha256.of(bytes);
        return new Sealed(batch.id(), bytes);
    }
}
