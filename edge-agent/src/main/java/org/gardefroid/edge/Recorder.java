package org.gardefroid.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gardefroid.edge.delivery.CardFullException;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.sampling.Ledger;
import org.gardefroid.edge.sampling.Sampled;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what was sampled into the outbox, and decides when it is sealed: that is, when it is on the card. */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private static final Duration FORGET_EVERY = Duration.ofDays(1);

    private final Outbox outbox;
    private final LongSupplier millis;
    private final Account account;
    private final Optional<Ledger> ledger;
    private final Duration sealEvery;
    private final boolean waitsForNothing;
    private final Consumer<Batch> onTheCard;
    private Optional<Instant> forgotten = Optional.empty();
    private long unsealedSinceMillis = Long.MAX_VALUE;
    private long ledgerLines;

    /**
     * @param sealEvery for how long records may be gathered
     * @param waitsForNothing even an event does: what is replayed from a file is not news, and is still there after a kill
     * @param onTheCard is told of each batch once it is there
     */
    Recorder(Outbox outbox, LongSupplier millis, Account account, Optional<Ledger> ledger, Duration sealEvery,
            boolean waitsForNothing, Consumer<Batch> onTheCard) {
        this.outbox = outbox;
        this.millis = millis;
        this.account = account;
        this.ledger = ledger;
        this.sealEvery = sealEvery;
        this.waitsForNothing = waitsForNothing;
        this.onTheCard = onTheCard;
    }

    void record(Cycle cycle) {
        for (Sampled sampled : cycle.found()) {
            JournalRecord record = new JournalRecord(cycle.at().monotonicMillis(), sampled.observation());
            int givenUp = outbox.record(record, cycle.at().batchClock(), cycle.brief(), sampled.urgent());
            account.recorded(sampled.observation() instanceof Measured);
            if (givenUp > 0) {
                LOG.error("records given up, the card takes none records={}", givenUp);
            }
        }
        ledgerLines = cycle.ledgerLines();
        unsealedSinceMillis = Math.min(unsealedSinceMillis, cycle.at().monotonicMillis());
        boolean isOldEnough = cycle.at().monotonicMillis() - unsealedSinceMillis >= sealEvery.toMillis();
        if (isOldEnough || cycle.isPressing() && !waitsForNothing) {
            sealAll();
        }
        cycle.at().wall().ifPresent(this::forgetOld);
    }

    void sealAll() {
        try {
            List<Batch> batches = outbox.sealAll(millis.getAsLong());
            unsealedSinceMillis = Long.MAX_VALUE;
            account.sealed(batches.size());
            ledger.ifPresent(file -> file.committed(ledgerLines));
            batches.forEach(onTheCard);
        } catch (CardFullException e) {
            LOG.error("card full reason=\"{}\"", e.getMessage()); // the records wait in memory for the next cycle
        }
    }

    private void forgetOld(Instant now) {
        if (forgotten.isEmpty() || Duration.between(forgotten.get(), now).compareTo(FORGET_EVERY) >= 0) {
            forgotten = Optional.of(now);
            outbox.forgetOld(now);
        }
    }
}
