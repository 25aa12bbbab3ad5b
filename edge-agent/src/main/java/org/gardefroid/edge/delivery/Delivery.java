package org.gardefroid.edge.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to send when, and believes receipts alone.
 *
 * <p>It is OFFLINE; or UNSURE, where it has asked what the service has, and until it knows sends only the oldest batch,
 * and what is urgent; or FLOWING, where a window of bytes is in flight. When nothing has moved for a while the window is
 * halved and it is UNSURE again: so a service that is slow, or away, is not sent the same backlog again and again.
 *
 * <p>All times are monotonic milliseconds since the machine booted. Not safe for use by several threads.
 */
public final class Delivery {

    private enum Phase {
        OFFLINE, UNSURE, FLOWING
    }

    private static final long NEVER = Patience.NEVER;
    private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(1);

    private final DeliverySettings settings;
    private final RandomGenerator random;
    private final Flights flights;
    private final Lanes lanes;
    private final Questions questions;
    private final Patience patience;

    private Phase phase = Phase.OFFLINE;
    private @Nullable BatchId handedOver;
    private long askAtMillis = NEVER;
    private long retryAtMillis;

    /** @param journals what is on the card, oldest first */
    public Delivery(
            DeviceId device, DeliverySettings settings, RandomGenerator random, List<JournalState> journals) {
        this.settings = settings;
        this.random = random;
        this.flights = new Flights(settings);
        this.lanes = new Lanes(device, flights);
        this.questions = new Questions(random);
        this.patience = new Patience(settings, random);
        reload(journals);
    }

    /** Forgets what it knew of journals, and takes what is on the card for the truth. */
    public void reload(List<JournalState> journals) {
        lanes.reload(journals);
    }

    public List<DeliveryAction> connected(long nowMillis) {
        flights.clear();
        handedOver = null;
        patience.recover();
        retryAtMillis = nowMillis;
        lanes.everythingIsBacklog();
        return beUnsure(nowMillis);
    }

    public List<DeliveryAction> disconnected() {
        phase = Phase.OFFLINE;
        flights.clear();
        questions.forget();
        handedOver = null;
        return List.of();
    }

    public List<DeliveryAction> sealed(BatchId id, boolean urgent, long nowMillis) {
        lanes.sealed(id, urgent);
        return send(nowMillis, new ArrayList<>());
    }

    /** The link took a batch of so many bytes. */
    public List<DeliveryAction> published(BatchId id, int bytes, long nowMillis) {
        if (!id.equals(handedOver)) {
            return List.of(); // it was handed over before the link broke
        }
        handedOver = null;
        if (flights.isEmpty()) {
            patience.beginToWait(nowMillis);
        }
        flights.add(id, bytes, lanes.isBacklog(id), nowMillis);
        return send(nowMillis, new ArrayList<>());
    }

    /** The link did not take it. */
    public List<DeliveryAction> publishFailed(BatchId id, long nowMillis) {
        if (id.equals(handedOver)) {
            handedOver = null;
            retryAtMillis = patience.later(nowMillis, AFTER_A_REFUSAL);
        }
        return List.of();
    }

    /** These have no bytes any more, and will never be sent. */
    public List<DeliveryAction> gone(JournalId journal, NumberSet numbers, long nowMillis) {
        Optional<Lane> lane = lanes.of(journal);
        if (lane.isEmpty()) {
            return List.of();
        }
        lane.get().drop(numbers);
        flights.lost(journal, numbers, NEVER);
        if (handedOver != null && handedOver.journal().equals(journal) && numbers.contains(handedOver.number())) {
            handedOver = null;
        }
        return send(nowMillis, new ArrayList<>());
    }

    public List<DeliveryAction> receiptArrived(Receipt receipt, long nowMillis) {
        OptionalLong askedAt = questions.answered(receipt.answers());
        Settlement settlement = Settlement.of(receipt, askedAt, lanes, flights);
        boolean isSureNow = askedAt.isPresent() && questions.allAnswered() && phase == Phase.UNSURE;
        if (isSureNow) {
            phase = Phase.FLOWING;
        }
        if (isSureNow || settlement.moved()) {
            patience.recover();
            patience.beginToWait(nowMillis);
        }
        return send(nowMillis, new ArrayList<>(settlement.actions()));
    }

    /** The service has started: what was on its way may be lost. */
    public List<DeliveryAction> helloArrived(long nowMillis) {
        long spread = settings.helloSpread().toMillis();
        askAtMillis = Math.min(askAtMillis, nowMillis + (spread == 0 ? 0 : random.nextLong(spread)));
        return tick(nowMillis);
    }

    public List<DeliveryAction> tick(long nowMillis) {
        if (phase == Phase.OFFLINE) {
            return List.of();
        }
        boolean waiting = phase == Phase.UNSURE || !flights.isEmpty();
        if (waiting && nowMillis >= patience.runsOutAtMillis()) {
            flights.halve();
            flights.clear();
            lanes.everythingIsBacklog();
            patience.ranOut();
            return beUnsure(nowMillis);
        }
        List<DeliveryAction> actions = new ArrayList<>();
        if (nowMillis >= Math.min(askAtMillis, overdueAtMillis())) {
            ask(nowMillis, actions);
        }
        return send(nowMillis, actions);
    }

    /** When it wants to be told the time, if nothing happens before. */
    public OptionalLong wakeAtMillis() {
        if (phase == Phase.OFFLINE) {
            return OptionalLong.empty();
        }
        long stall = phase == Phase.UNSURE || !flights.isEmpty() ? patience.runsOutAtMillis() : NEVER;
        long retry = handedOver == null && choose().isPresent() ? retryAtMillis : NEVER;
        return OptionalLong.of(Math.min(Math.min(stall, retry), Math.min(askAtMillis, overdueAtMillis())));
    }

    private List<DeliveryAction> beUnsure(long nowMillis) {
        List<DeliveryAction> actions = new ArrayList<>();
        phase = Phase.UNSURE;
        patience.beginToWait(nowMillis);
        ask(nowMillis, actions);
        if (lanes.isEmpty()) { // nothing to be unsure of
            phase = Phase.FLOWING;
        }
        return send(nowMillis, actions);
    }

    private void ask(long nowMillis, List<DeliveryAction> actions) {
        askAtMillis = patience.later(nowMillis, settings.confirmEvery());
        questions.askAll(lanes.journals(), nowMillis)
                .forEach(question -> actions.add(new DeliveryAction.Ask(question)));
    }

    /** What is in flight for long while other things move was probably lost alone; so was a question without an answer. */
    private long overdueAtMillis() {
        if (phase != Phase.FLOWING || flights.isEmpty() && questions.allAnswered()) {
            return NEVER;
        }
        long since = Math.max(flights.oldestSentAtMillis().orElse(Long.MIN_VALUE),
                questions.lastAskedAtMillis().orElse(Long.MIN_VALUE));
        return since + settings.patience().toMillis();
    }

    private List<DeliveryAction> send(long nowMillis, List<DeliveryAction> actions) {
        if (phase != Phase.OFFLINE && handedOver == null && nowMillis >= retryAtMillis) {
            choose().ifPresent(id -> {
                handedOver = id; // one at a time: its size is known when the link has taken it
                actions.add(new DeliveryAction.Publish(id));
            });
        }
        return actions;
    }

    private Optional<BatchId> choose() {
        return switch (phase) {
            case OFFLINE -> Optional.empty();
            case UNSURE -> lanes.nextWhileUnsure();
            case FLOWING -> lanes.nextWhileFlowing();
        };
    }
}
