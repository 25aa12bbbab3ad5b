package org.gardefroid.edge.journal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.gardefroid.edge.delivery.DeliveryListener;
import org.gardefroid.edge.delivery.DeliverySettings;
import org.gardefroid.edge.delivery.JournalStore;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.edge.delivery.SealingSettings;
import org.gardefroid.edge.delivery.Uplink;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;

/** One start of an agent: its outbox on a card, with or without a link. Each record has a time that no other has. */
final class Recording {

    /** Grows over all starts, so that a record which is stored twice is seen. */
    private static long clockMillis;

    private final Outbox outbox;
    private final JournalStore store;
    private final JournalId journal;
    private final BootId boot = new BootId("boot-1");

    /** Without a network. */
    Recording(DeviceId device, JournalStore store, Random random) {
        this(device, store, new Uplink() {
            @Override
            public boolean publish(SealedBatch batch) {
                return false;
            }

            @Override
            public void ask(Question question) {}
        }, random);
    }

    Recording(DeviceId device, JournalStore store, Uplink uplink, Random random) {
        byte[] fresh = new byte[JournalId.BYTES];
        random.nextBytes(fresh);
        this.journal = JournalId.of(fresh);
        this.store = store;
        this.outbox = new Outbox(device, journal, store, uplink, new Nobody(), SealingSettings.DEFAULT,
                DeliverySettings.DEFAULT, random);
    }

    JournalId journal() {
        return journal;
    }

    Outbox outbox() {
        return outbox;
    }

    /** So many readings become a batch, or as many as they need; on the card when this returns. */
    Map<BatchId, Sha256> seal(ProbeId probe, int readings) {
        for (int i = 0; i < readings; i++) {
            record(new Measured(probe, new Temperature(4_000 + i)));
        }
        return sealAll();
    }

    void record(Observation observation) {
        clockMillis += Duration.ofSeconds(1).toMillis();
        int givenUp = outbox.record(new JournalRecord(clockMillis, observation),
                new BatchClock(boot, clockMillis, Optional.empty()), Optional.empty(), false);
        if (givenUp > 0) {
            throw new IllegalStateException("given up: " + givenUp);
        }
    }

    Map<BatchId, Sha256> sealAll() {
        Map<BatchId, Sha256> sealed = new TreeMap<>(Restarted.BY_TEXT);
        for (Batch batch : outbox.sealAll(clockMillis)) {
            sealed.put(batch.id(), store.batch(journal, batch.id().number()).orElseThrow().hash());
        }
        return sealed;
    }

    private static final class Nobody implements DeliveryListener {

        @Override
        public void delivered(JournalId journal, NumberSet numbers) {}

        @Override
        public void rejected(JournalId journal, Map<Long, Rejection> rejected) {}

        @Override
        public void retracted(JournalId journal, NumberSet numbers) {}

        @Override
        public void forked(BatchId id) {
            throw new IllegalStateException("fork " + id);
        }

        @Override
        public void givenUp(Map<JournalId, NumberSet> numbers) {}
    }
}
