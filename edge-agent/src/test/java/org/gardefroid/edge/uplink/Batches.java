package org.gardefroid.edge.uplink;

import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;

/** Batches of one record. */
final class Batches {

    static final JournalId JOURNAL = new JournalId("a".repeat(32));

    private Batches() {}

    static SealedBatch of(DeviceId device, long number) {
        Batch batch = new Batch(new BatchId(device, JOURNAL, number),
                new BatchClock(new BootId("b"), 0, Optional.empty()),
                Sha256.NONE, Optional.empty(), Optional.empty(),
                List.of(new JournalRecord(0, new Event.PowerChanged(true))));
        byte[] content = BatchCodec.encode(batch);
        return new SealedBatch(batch.id(), content, Sha256.of(content), false, Optional.empty());
    }
}
