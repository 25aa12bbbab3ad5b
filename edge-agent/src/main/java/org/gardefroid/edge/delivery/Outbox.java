package org.gardefroid.edge.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Sha256;

/**
 * Takes records, and sees to it that they arrive: the journal and its delivery, with the card and the link as ports.
 *
 * <p>All times are monotonic milliseconds since the machine booted. Not safe for use by several threads.
 */
public final class Outbox {

    /** A server restored from a backup asks again for what it had before. */
    public static final Duration KEEP_DELIVERED = Duration.ofDays(30);

    private static final Duration AFTER_A_FULL_CARD = Duration.ofSeconds(1);

    private final JournalStore store;
    private final Uplink uplink;
    private final DeliveryListener listener;
    private final Journal journal;
    private final Delivery delivery;
    private boolean marksMissing;
    private long sealAgainAtMillis;

    /**
     * Opens the journal of this start.
     *
     * @param fresh never used before: random
     */
    public Outbox(
            DeviceId device,
            JournalId fresh,
            JournalStore store,
            Uplink uplink,
            DeliveryListener listener,
            SealingSettings sealing,
            DeliverySettings settings,
            RandomGenerator random) {
        this.store = store;
        this.uplink = uplink;
        this.listener = listener;
        this.journal = new Journal(device, fresh, store, sealing);
        this.delivery = new Delivery(device, settings, random, store.journals());
    }

    /**
     * Takes a record, which is on the card when {@link #seal} has given its batch back.
     *
     * @param clock as it is now
     * @param brief in force
     * @param urgent it belongs to an alarm, and is sealed at once
     * @return how many records were given up unsealed, because the card has taken none for long
     */
    public int record(JournalRecord record, BatchClock clock, Optional<Sha256> brief, boolean urgent) {
        return journal.record(record, clock, brief, urgent);
    }

    /**
     * Seals what is due, and sends it if it may.
     *
     * @return the batches that are on the card now, in order: what may be judged
     * @throws CardFullException if the card takes nothing; the records wait for the next call
     */
    public List<Batch> seal(long nowMillis) {
        return seal(nowMillis, false);
    }

    /** Seals everything: at a clean stop, or because somebody waits for it. */
    public List<Batch> sealAll(long nowMillis) {
        return seal(nowMillis, true);
    }

    private List<Batch> seal(long nowMillis, boolean evenIfNotDue) {
        List<Batch> batches = new ArrayList<>();
        try {
            Optional<Journal.Written> next = journal.seal(nowMillis, evenIfNotDue);
            while (next.isPresent()) {
                batches.add(next.get().batch());
                send(next.get(), nowMillis);
                next = journal.seal(nowMillis, evenIfNotDue);
            }
        } catch (CardFullException full) {
            sealAgainAtMillis = nowMillis + AFTER_A_FULL_CARD.toMillis();
            if (batches.isEmpty()) { // else what is on the card must be told first
                throw full;
            }
        }
        return batches;
    }

    private void send(Journal.Written written, long nowMillis) {
        if (!written.givenUp().isEmpty()) {
            written.givenUp().forEach((id, numbers) -> run(delivery.gone(id, numbers, nowMillis), nowMillis));
            listener.givenUp(written.givenUp());
        }
        run(delivery.sealed(written.sealed().id(), written.sealed().urgent(), nowMillis), nowMillis);
    }

    public void connected(long nowMillis) {
        run(delivery.connected(nowMillis), nowMillis);
    }

    public void disconnected(long nowMillis) {
        run(delivery.disconnected(), nowMillis);
    }

    public void receiptArrived(Receipt receipt, long nowMillis) {
        List<Receipt.OfJournal> ours = receipt.journals().stream().filter(this::agrees).toList();
        run(delivery.receiptArrived(new Receipt(receipt.answers(), ours), nowMillis), nowMillis);
    }

    public void helloArrived(long nowMillis) {
        run(delivery.helloArrived(nowMillis), nowMillis);
    }

    public void tick(long nowMillis) {
        if (marksMissing) {
            marksMissing = false;
            delivery.reload(store.journals());
            run(delivery.helloArrived(nowMillis), nowMillis);
        }
        run(delivery.tick(nowMillis), nowMillis);
    }

    /** When {@link #seal} and {@link #tick} want to be called, if nothing happens before. */
    public OptionalLong wakeAtMillis() {
        OptionalLong toSeal = journal.wakeAtMillis().stream().map(at -> Math.max(at, sealAgainAtMillis)).findAny();
        OptionalLong toSend = delivery.wakeAtMillis();
        return toSeal.isPresent() && (toSend.isEmpty() || toSeal.getAsLong() < toSend.getAsLong()) ? toSeal : toSend;
    }

    /** Once a day, and only while the clock is trusted. */
    public void forgetOld(Instant now) {
        store.forgetDelivered(now.minus(KEEP_DELIVERED));
    }

    /** A receipt that has another hash than ours under one number speaks of another card's batches. */
    private boolean agrees(Receipt.OfJournal receipt) {
        long watermark = receipt.stored().watermark();
        if (watermark == 0 || receipt.watermarkHash().isEmpty()) {
            return true;
        }
        Optional<SealedBatch> ours = store.batch(receipt.journal(), watermark);
        if (ours.isEmpty() || ours.get().hash().equals(receipt.watermarkHash().get())) {
            return true;
        }
        listener.forked(ours.get().id());
        return false;
    }

    private void run(List<DeliveryAction> first, long nowMillis) {
        Deque<DeliveryAction> actions = new ArrayDeque<>(first);
        while (!actions.isEmpty()) {
            switch (actions.removeFirst()) {
                case DeliveryAction.Publish(BatchId id) -> actions.addAll(publish(id, nowMillis));
                case DeliveryAction.Ask(var question) -> uplink.ask(question);
                case DeliveryAction.MarkDelivered(JournalId id, NumberSet numbers) -> {
                    mark(() -> store.markDelivered(id, numbers));
                    listener.delivered(id, numbers);
                }
                case DeliveryAction.MarkRejected(JournalId id, var rejected) -> {
                    mark(() -> store.markRejected(id, NumberSet.of(
                            rejected.keySet().stream().mapToLong(Long::longValue).toArray())));
                    listener.rejected(id, rejected);
                }
                case DeliveryAction.Retract(JournalId id, NumberSet numbers) -> {
                    mark(() -> store.markUndelivered(id, numbers));
                    listener.retracted(id, numbers);
                    actions.addAll(giveUpWhatIsGone(id, numbers, nowMillis));
                }
            }
        }
    }

    /** What had been forgotten as delivered cannot be sent again. */
    private List<DeliveryAction> giveUpWhatIsGone(JournalId id, NumberSet retracted, long nowMillis) {
        NumberSet gone = store.journals().stream().filter(state -> state.journal().equals(id))
                .map(state -> state.dropped().intersect(retracted)).findAny().orElse(NumberSet.EMPTY);
        return gone.isEmpty() ? List.of() : giveUp(id, gone, nowMillis);
    }

    private List<DeliveryAction> giveUp(JournalId id, NumberSet gone, long nowMillis) {
        journal.declareAllDropped();
        listener.givenUp(Map.of(id, gone));
        return delivery.gone(id, gone, nowMillis);
    }

    private List<DeliveryAction> publish(BatchId id, long nowMillis) {
        Optional<SealedBatch> batch = store.batch(id.journal(), id.number());
        if (batch.isEmpty()) {
            mark(() -> store.giveUp(id.journal(), NumberSet.of(id.number())));
            return giveUp(id.journal(), NumberSet.of(id.number()), nowMillis);
        }
        return uplink.publish(batch.get())
                ? delivery.published(id, batch.get().content().length, nowMillis)
                : delivery.publishFailed(id, nowMillis);
    }

    /** A card that takes no mark is no harm: what it says is asked for again. */
    private void mark(Runnable write) {
        try {
            write.run();
        } catch (CardFullException full) {
            marksMissing = true;
        }
    }
}
