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
    private final CardState card;
    private Optional<Instant> forgotten = Optional.empty();
    private long unsealedSinceMillis = Long.MAX_VALUE;
    private long ledgerLines;

    /**
     * @param sealEvery for how long records may be gathered
     * @param waitsForNothing even an event does: what is replayed from a file is not news, and is still there after a kill
     * @param onTheCard is told of each batch once it is there
     * @param card is told whether it takes what it is given
     */
    Recorder(Outbox outbox, LongSupplier millis, Account account, Optional<Ledger> ledger, Duration sealEvery,
            boolean waitsForNothing, Consumer<Batch> onTheCard,
            CardState card) {
        this.outbox = outbox;
        this.millis = millis;
        this.account = account;
        this.ledger = ledger;
        this.sealEvery = sealEvery;
        this.waitsForNothing = waitsForNothing;
        this.onTheCard = onTheCard;
        this.card = card;
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

    /** Nothing was worth a record; what waits for room on the card is tried again. */
    void turn() {
        if (card.isFull()) {
            sealAll();
        }
    }

    void sealAll() {
        try {
            List<Batch> batches = outbox.sealAll(millis.getAsLong());
            unsealedSinceMillis = Long.MAX_VALUE;
            account.sealed(batches.size());
            ledger.ifPresent(file -> file.committed(ledgerLines));
            batches.forEach(onTheCard);
            if (card.isFull()) {
                LOG.warn("card takes records again batches={}", batches.size());
            }
            card.took(true);
        } catch (CardFullException e) {
            full(e); // the records wait in memory for the next cycle
        }
    }

    private void full(CardFullException e) {
        if (!card.isFull()) { // once, and not each second: the log wants room as well
            LOG.error("card full reason=\"{}\"", e.getMessage());
        }
        card.took(false);
    }

    private void forgetOld(Instant now) {
        if (forgotten.isEmpty() || Duration.between(forgotten.get(), now).compareTo(FORGET_EVERY) >= 0) {
            try {
                outbox.forgetOld(now);
                forgotten = Optional.of(now);
            } catch (CardFullException e) { // even that is written; the next record tries again
                full(e);
            }
        }
    }
}
