package org.gardefroid.edge.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
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

    private static final long NEVER = Long.MAX_VALUE;
    private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(1);

    private final DeviceId device;
    private final DeliverySettings settings;
    private final RandomGenerator random;
    private final Map<JournalId, Lane> lanes = new LinkedHashMap<>(); // oldest first
    private final Flights flights;
    private final Questions questions;

    private Phase phase = Phase.OFFLINE;
    private @Nullable BatchId handedOver;
    private @Nullable JournalId newest;
    private long liveAfter; // in the newest journal: what came later is not backlog
    private Duration patience;
    private long stallAtMillis = NEVER;
    private long askAtMillis = NEVER;
    private long retryAtMillis;

    /** @param journals what is on the card, oldest first */
    public Delivery(
            DeviceId device, DeliverySettings settings, RandomGenerator random, List<JournalState> journals) {
        this.device = device;
        this.settings = settings;
        this.random = random;
        this.flights = new Flights(settings);
        this.questions = new Questions(random);
        this.patience = settings.patience();
        reload(journals);
    }

    /** Forgets what it knew of journals, and takes what is on the card for the truth. */
    public void reload(List<JournalState> journals) {
        lanes.clear();
        for (JournalState state : journals) {
            lanes.put(state.journal(), new Lane(state));
            newest = state.journal();
        }
        everythingIsBacklog();
    }

    public List<DeliveryAction> connected(long nowMillis) {
        flights.clear();
        handedOver = null;
        patience = settings.patience();
        retryAtMillis = nowMillis;
        everythingIsBacklog();
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
        if (!id.journal().equals(newest)) {
            newest = id.journal();
            liveAfter = 0;
        }
        lanes.computeIfAbsent(id.journal(), Lane::new).sealed(id.number(), urgent);
        return send(nowMillis, new ArrayList<>());
    }

    /** The link took a batch of so many bytes. */
    public List<DeliveryAction> published(BatchId id, int bytes, long nowMillis) {
        if (!id.equals(handedOver)) {
            return List.of(); // it was handed over before the link broke
        }
        handedOver = null;
        if (flights.isEmpty()) {
            stallAtMillis = later(nowMillis, patience);
        }
        flights.add(id, bytes, isBacklog(id), nowMillis);
        return send(nowMillis, new ArrayList<>());
    }

    /** The link did not take it. */
    public List<DeliveryAction> publishFailed(BatchId id, long nowMillis) {
        if (id.equals(handedOver)) {
            handedOver = null;
            retryAtMillis = later(nowMillis, AFTER_A_REFUSAL);
        }
        return List.of();
    }

    /** These have no bytes any more, and will never be sent. */
    public List<DeliveryAction> gone(JournalId journal, NumberSet numbers, long nowMillis) {
        Lane lane = lanes.get(journal);
        if (lane == null) {
            return List.of();
        }
        lane.drop(numbers);
        flights.lost(journal, numbers, NEVER);
        if (handedOver != null && handedOver.journal().equals(journal) && numbers.contains(handedOver.number())) {
            handedOver = null;
        }
        return send(nowMillis, new ArrayList<>());
    }

    public List<DeliveryAction> receiptArrived(Receipt receipt, long nowMillis) {
        OptionalLong askedAt = questions.answered(receipt.answers());
        List<DeliveryAction> actions = new ArrayList<>();
        boolean moved = false;
        for (Receipt.OfJournal ofJournal : receipt.journals()) {
            Lane lane = lanes.get(ofJournal.journal());
            if (lane != null) {
                moved |= add(lane, ofJournal, actions);
                if (askedAt.isPresent()) { // without our nonce it may be as old as it likes, and can only add
                    takeAway(lane, ofJournal, askedAt.getAsLong(), actions);
                }
            }
        }
        if (askedAt.isPresent() && questions.allAnswered() && phase == Phase.UNSURE) {
            phase = Phase.FLOWING;
            moved = true;
        }
        if (moved) {
            patience = settings.patience();
            stallAtMillis = later(nowMillis, patience);
        }
        return send(nowMillis, actions);
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
        if (waiting && nowMillis >= stallAtMillis) {
            flights.halve();
            flights.clear();
            everythingIsBacklog();
            patience = shorter(patience.multipliedBy(2), settings.longestPatience());
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
        long stall = phase == Phase.UNSURE || !flights.isEmpty() ? stallAtMillis : NEVER;
        long retry = handedOver == null && choose().isPresent() ? retryAtMillis : NEVER;
        return OptionalLong.of(Math.min(Math.min(stall, retry), Math.min(askAtMillis, overdueAtMillis())));
    }

    private List<DeliveryAction> beUnsure(long nowMillis) {
        List<DeliveryAction> actions = new ArrayList<>();
        phase = Phase.UNSURE;
        stallAtMillis = later(nowMillis, patience);
        ask(nowMillis, actions);
        if (lanes.isEmpty()) { // nothing to be unsure of
            phase = Phase.FLOWING;
        }
        return send(nowMillis, actions);
    }

    private void ask(long nowMillis, List<DeliveryAction> actions) {
        askAtMillis = later(nowMillis, settings.confirmEvery());
        questions.askAll(List.copyOf(lanes.keySet()), nowMillis)
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

    private boolean add(Lane lane, Receipt.OfJournal receipt, List<DeliveryAction> actions) {
        JournalId journal = lane.journal();
        NumberSet quarantined = quarantined(receipt);
        NumberSet delivered = lane.deliver(receipt.stored().minus(quarantined));
        if (!delivered.isEmpty()) {
            actions.add(new DeliveryAction.MarkDelivered(journal, delivered));
        }
        NumberSet rejected = lane.reject(quarantined);
        if (!rejected.isEmpty()) {
            Map<Long, Rejection> reasons = new HashMap<>(receipt.rejected());
            reasons.keySet().removeIf(number -> !rejected.contains(number));
            actions.add(new DeliveryAction.MarkRejected(journal, reasons));
        }
        return flights.arrived(journal, delivered.union(rejected));
    }

    private void takeAway(Lane lane, Receipt.OfJournal receipt, long askedAtMillis, List<DeliveryAction> actions) {
        if (receipt.upTo() == 0) {
            return;
        }
        NumberSet known = receipt.stored().union(quarantined(receipt));
        NumberSet lost = lane.retract(receipt.upTo(), known);
        if (!lost.isEmpty()) {
            actions.add(new DeliveryAction.Retract(lane.journal(), lost));
        }
        // What was sent after the question may well be on its way.
        NumberSet spokenOf = NumberSet.range(1, Math.min(receipt.upTo(), lane.last()));
        flights.lost(lane.journal(), spokenOf.minus(known), askedAtMillis);
    }

    private static NumberSet quarantined(Receipt.OfJournal receipt) {
        return NumberSet.of(receipt.rejected().keySet().stream().mapToLong(Long::longValue).toArray());
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
            case UNSURE -> flights.hasRoomForUrgentWhileUnsure()
                    ? firstUrgent().or(() -> flights.isEmpty() ? firstOfBacklog() : Optional.empty())
                    : Optional.empty();
            case FLOWING -> flights.hasRoomForUrgent()
                    ? firstUrgent().or(this::firstLive)
                            .or(() -> flights.hasRoom(true) ? firstOfBacklog() : Optional.empty())
                    : Optional.empty();
        };
    }

    private Optional<BatchId> firstUrgent() {
        return lanes.values().stream().flatMap(lane -> first(lane, lane.urgent(), 0).stream()).findFirst();
    }

    private Optional<BatchId> firstLive() {
        Lane lane = newest == null ? null : lanes.get(newest);
        return lane == null || !flights.hasRoom(false) ? Optional.empty() : first(lane, lane.toSend(), liveAfter);
    }

    private Optional<BatchId> firstOfBacklog() {
        return lanes.values().stream().flatMap(lane -> first(lane, lane.toSend(), 0).stream()).findFirst();
    }

    private Optional<BatchId> first(Lane lane, NumberSet numbers, long after) {
        for (var range : numbers.ranges()) {
            for (long number = Math.max(range.first(), after + 1); number <= range.last(); number++) {
                BatchId id = new BatchId(device, lane.journal(), number);
                if (!flights.contains(id)) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isBacklog(BatchId id) {
        Lane lane = lanes.get(id.journal());
        boolean urgent = lane != null && lane.urgent().contains(id.number());
        return !urgent && !(id.journal().equals(newest) && id.number() > liveAfter);
    }

    private void everythingIsBacklog() {
        Lane lane = newest == null ? null : lanes.get(newest);
        liveAfter = lane == null ? 0 : lane.last();
    }

    /** Between the wait and half as much again, so that a thousand agents do not act in step. */
    private long later(long nowMillis, Duration wait) {
        return nowMillis + wait.toMillis() + random.nextLong(wait.toMillis() / 2 + 1);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
