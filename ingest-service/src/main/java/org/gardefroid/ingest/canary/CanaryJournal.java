package org.gardefroid.ingest.canary;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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

/** One reading a batch, each batch naming the one before, as an agent's journal does. In memory alone: a start begins another. */
final class CanaryJournal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Temperature FINE = Temperature.ofCelsius(5);

    private final DeviceId device;
    private final JournalId journal;
    private final long began = System.nanoTime();
    private long number;
    private Sha256 previous = Sha256.NONE;

    CanaryJournal(DeviceId device) {
        byte[] name = new byte[JournalId.BYTES];
        RANDOM.nextBytes(name);
        this.device = device;
        this.journal = JournalId.of(name);
    }

    JournalId id() {
        return journal;
    }

    /** The bytes of the next batch; its number is {@link #number}. */
    byte[] seal(Instant now) {
        long monotonic = (System.nanoTime() - began) / 1_000_000;
        number++;
        byte[] bytes = BatchCodec.encode(new Batch(id(number),
                new BatchClock(new BootId("canary"), monotonic, Optional.of(now.truncatedTo(ChronoUnit.MILLIS))),
                previous,
                Optional.empty(), Optional.empty(),
                List.of(new JournalRecord(monotonic, new Measured(new ProbeId(device.value()), FINE)))));
        previous = Sha256.of(bytes);
        return bytes;
    }

    long number() {
        return number;
    }

    BatchId id(long of) {
        return new BatchId(device, journal, of);
    }
}
