package org.gardefroid.bench.micro;

import java.time.Instant;
import java.util.ArrayList;
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

/** Batches as a fridge's agent makes them. */
final class Batches {

    static final JournalId JOURNAL = new JournalId("0123456789abcdef0123456789abcdef");
    private static final BatchClock CLOCK = new BatchClock(new BootId("boot"), 0,
            Optional.of(Instant.parse("2026-03-01T00:00:00Z")));

    private Batches() {}

    static Batch of(String device, long number, Sha256 previous, int readings) {
        List<JournalRecord> records = new ArrayList<>(readings);
        for (int i = 0; i < readings; i++) {
            records.add(new JournalRecord((number * readings + i) * 1_000,
                    new Measured(new ProbeId("probe-1"), new Temperature(4_000 + i * 37 % 2_000))));
        }
        return new Batch(new BatchId(new DeviceId(device), JOURNAL, number), CLOCK, previous, Optional.empty(),
                Optional.empty(), records);
    }
}
