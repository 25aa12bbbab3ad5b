package org.gardefroid.system.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gardefroid.edge.delivery.CardFullException;
import org.gardefroid.edge.delivery.DeliveryListener;
import org.gardefroid.edge.delivery.DeliverySettings;
import org.gardefroid.edge.delivery.JournalState;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.edge.delivery.SealingSettings;
import org.gardefroid.edge.delivery.Uplink;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Temperature;
import org.jspecify.annotations.Nullable;

/** A machine with an agent on it: it boots, has a clock that may not be trusted, a card, a link, and an {@link Outbox}. */
final class SimAgent implements Uplink, DeliveryListener {

    private static final SealingSettings SEALING = new SealingSettings(4, 4_000, Duration.ofSeconds(4),
            Duration.ofMillis(500), 900, 1_000);
    private static final DeliverySettings DELIVERY = new DeliverySettings(1_500, 300, 8_000, 16, 75,
            Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofSeconds(2));

    private final World world;
    private final Simulation simulation;
    private final DeviceId device;
    private final ProbeId probe;
    private final SimCard card;
    private final List<JournalRecord> unsealed = new ArrayList<>(); // only where this is the planted mistake

    private @Nullable Outbox outbox;
    private long life;
    private int boots;
    private BootId boot;
    private long bootedAtMillis;
    private long trustedAtMillis;
    private long clockErrorMillis;
    private boolean connected;
    private long wakeAtMillis = Long.MAX_VALUE;
    private int values;
    private double refusals;
    private @Nullable Nonce lastNonce;
    private long lastAskedAtMillis;
    private boolean healed;

    SimAgent(World world, DeviceId device, SimCard card) {
        this.world = world;
        this.simulation = world.simulation();
        this.device = device;
        this.probe = new ProbeId(device + "-probe");
        this.card = card;
        this.boot = new BootId(device + "-0");
    }

    DeviceId device() {
        return device;
    }

    SimCard card() {
        return card;
    }

    void beFaulty(double refusals) {
        this.refusals = refusals;
    }

    /** The machine gets power. */
    void boot() {
        boots++;
        boot = new BootId(device + "-" + boots);
        bootedAtMillis = simulation.nowMillis() - simulation.between(1_000, 20_000);
        boolean untrusted = world.faults().untrustedClocks() && !healed;
        boolean never = untrusted && simulation.chance(0.15);
        trustedAtMillis = never
                ? Long.MAX_VALUE
                : untrusted ? simulation.nowMillis() + simulation.between(0, 30_000) : simulation.nowMillis();
        clockErrorMillis = 0;
        start();
    }

    private void start() {
        life++;
        simulation.tell(() -> device + " starts in boot " + boot);
        during(() -> {
            outbox = new Outbox(device, journalId(), card, this, this, SEALING, DELIVERY, simulation.random());
            record(new Event.AgentStarted("1"), true);
            for (JournalRecord left : List.copyOf(unsealed)) {
                outbox().record(left, clock(), Optional.empty(), false);
            }
        });
        if (outbox == null) {
            return; // it has crashed at once
        }
        later(simulation.between(10, 3_000), this::connect);
        later(simulation.between(100, 3_000), this::measure);
    }

    /** The program ends; with the power, what a lying card had not written, and the boot. */
    void crash(boolean power) {
        if (outbox == null) {
            return;
        }
        simulation.tell(() -> device + (power ? " loses its power" : " dies"));
        stop();
        if (power) {
            Set<BatchId> before = onCard();
            if (world.faults().lostWrites()) {
                card.loseLastWrites((int) simulation.between(0, 3));
            }
            lost(before);
            later(simulation.between(500, 5_000), this::boot);
        } else {
            later(simulation.between(500, 5_000), this::start);
        }
    }

    /** Somebody puts an older copy of the card into the machine. */
    void putBack(Runnable olderCopy) {
        simulation.tell(() -> device + " gets an older copy of its card");
        stop();
        Set<BatchId> before = onCard();
        olderCopy.run();
        lost(before);
        later(simulation.between(500, 5_000), this::boot);
    }

    void cut() {
        if (connected) {
            simulation.tell(() -> device + " is cut off");
            connected = false;
            later(simulation.between(200, 15_000), this::connect);
            during(() -> outbox().disconnected(monotonic()));
        }
    }

    void stepClock() {
        clockErrorMillis += simulation.chance(0.5)
                ? simulation.between(2_000, 3_600_000)
                : -simulation.between(2_000, 3_600_000);
        simulation.tell(() -> device + "'s clock steps to an error of " + clockErrorMillis + " ms");
    }

    /** Nothing fails from here on. */
    void heal() {
        healed = true;
        refusals = 0;
        if (outbox != null && !connected) {
            connect();
        }
    }

    void receiptArrived(Receipt receipt) {
        if (connected) {
            Receipt believed = world.plant() == Plant.STALE_RECEIPT_BELIEVED && lastNonce != null
                    ? new Receipt(Optional.of(lastNonce), receipt.journals())
                    : receipt;
            during(() -> outbox().receiptArrived(believed, monotonic()));
        }
    }

    void helloArrived() {
        if (connected) {
            during(() -> outbox().helloArrived(monotonic()));
        }
    }

    @Override
    public boolean publish(SealedBatch batch) {
        if (!connected || simulation.chance(refusals)) {
            return false;
        }
        simulation.tell(() -> device + " sends " + batch);
        world.network().batch(batch.id(), batch.content());
        if (world.plant() == Plant.PUBACK_BELIEVED) {
            card.markDelivered(batch.id().journal(), NumberSet.of(batch.id().number()));
            delivered(batch.id().journal(), NumberSet.of(batch.id().number()));
        }
        return true;
    }

    @Override
    public void ask(Question question) {
        lastNonce = question.nonce();
        lastAskedAtMillis = simulation.nowMillis();
        if (world.plant() != Plant.NOBODY_ASKS) {
            simulation.tell(() -> device + " asks " + question);
            world.network().question(device, question);
        }
    }

    @Override
    public void delivered(JournalId journal, NumberSet numbers) {
        simulation.tell(() -> device + " counts as delivered " + journal + " " + numbers);
        each(journal, numbers).forEach(id -> world.ledger().delivered(id, world.database().everAnswered()));
    }

    @Override
    public void rejected(JournalId journal, Map<Long, Rejection> rejected) {
        simulation.tell(() -> device + " hears of rejected " + journal + " " + rejected);
    }

    @Override
    public void retracted(JournalId journal, NumberSet numbers) {
        simulation.tell(() -> device + " sends again " + journal + " " + numbers);
        each(journal, numbers).forEach(id -> world.ledger()
                .retracted(id, world.database().answeredSinceMillis(id), lastAskedAtMillis));
    }

    @Override
    public void forked(BatchId id) {
        throw new Violation("forked: " + id);
    }

    @Override
    public void givenUp(Map<JournalId, NumberSet> numbers) {
        simulation.tell(() -> device + " gives up " + numbers);
    }

    private void connect() {
        if (!connected && outbox != null) {
            connected = true;
            simulation.tell(() -> device + " is connected");
            during(() -> outbox().connected(monotonic()));
        }
    }

    private void measure() {
        if (simulation.nowMillis() < World.LAST_RECORD_MILLIS) {
            // Later on seldom: something has to carry what an agent has to declare.
            long pause = healed ? 40 * 60_000 : simulation.between(500, 4_000);
            later(pause, this::measure);
            int value = ++values;
            boolean poison = !healed && simulation.chance(world.faults().poison());
            Measured measured = new Measured(probe, new Temperature(poison ? -100_000 - value : value));
            during(() -> {
                world.ledger().made(measured, clock().wall());
                record(measured, simulation.chance(0.15));
            });
        }
    }

    private void record(Observation observation, boolean urgent) {
        JournalRecord record = new JournalRecord(monotonic(), observation);
        if (world.plant() == Plant.UNSEALED_RECORDS_KEPT && observation instanceof Measured) {
            unsealed.add(record);
        }
        outbox().record(record, clock(), Optional.empty(), urgent);
        seal();
    }

    private void seal() {
        try {
            outbox().seal(monotonic()).forEach(batch -> simulation.tell(() -> device + " has sealed " + batch.id()
                    + (batch.clock().wall().isPresent() ? "" : " without a date")));
        } catch (CardFullException full) {
            simulation.tell(() -> device + "'s card is full");
        }
    }

    /** Runs what may end in a crash, and sees to the next wake-up. */
    private void during(Runnable action) {
        try {
            action.run();
            wake();
        } catch (Crash crash) {
            simulation.tell(() -> device + ": " + crash.getMessage());
            crash(simulation.chance(0.5));
        } catch (CardFullException full) {
            simulation.tell(() -> device + ": " + full.getMessage());
            if (outbox == null) {
                crash(false);
            }
        }
    }

    private void wake() {
        OptionalLong wanted = outbox().wakeAtMillis();
        if (wanted.isEmpty()) {
            return;
        }
        long at = Math.max(simulation.nowMillis() + 20, bootedAtMillis + wanted.getAsLong());
        if (at < wakeAtMillis) {
            wakeAtMillis = at;
            later(at - simulation.nowMillis(), () -> {
                if (wakeAtMillis == at) {
                    wakeAtMillis = Long.MAX_VALUE;
                    during(() -> {
                        seal();
                        outbox().tick(monotonic());
                    });
                }
            });
        }
    }

    private void stop() {
        life++;
        outbox = null;
        connected = false;
        wakeAtMillis = Long.MAX_VALUE;
    }

    private JournalId journalId() {
        byte[] bytes = new byte[JournalId.BYTES];
        if (world.plant() == Plant.NUMBER_USED_TWICE) {
            bytes[0] = (byte) card.journals().size();
            bytes[1] = (byte) device.hashCode();
        } else {
            simulation.random().nextBytes(bytes);
        }
        return JournalId.of(bytes);
    }

    private BatchClock clock() {
        Optional<Instant> wall = simulation.nowMillis() < trustedAtMillis
                ? Optional.empty()
                : Optional.of(World.START.plusMillis(simulation.nowMillis() + clockErrorMillis)
                        .truncatedTo(ChronoUnit.MILLIS));
        return new BatchClock(boot, monotonic(), wall);
    }

    private long monotonic() {
        return simulation.nowMillis() - bootedAtMillis;
    }

    private Outbox outbox() {
        if (outbox == null) {
            throw new IllegalStateException(device + " is not running");
        }
        return outbox;
    }

    private void lost(Set<BatchId> before) {
        Set<BatchId> gone = new HashSet<>(before);
        gone.removeAll(onCard());
        if (!gone.isEmpty()) {
            simulation.tell(() -> "with " + device + "'s card are lost " + gone);
        }
        world.ledger().lostWithTheCard(gone);
    }

    private Set<BatchId> onCard() {
        Set<BatchId> ids = new HashSet<>();
        for (JournalState journal : card.journals()) {
            for (long number = 1; number <= journal.lastNumber(); number++) {
                if (card.batch(journal.journal(), number).isPresent()) {
                    ids.add(new BatchId(device, journal.journal(), number));
                }
            }
        }
        return ids;
    }

    private List<BatchId> each(JournalId journal, NumberSet numbers) {
        List<BatchId> ids = new ArrayList<>();
        numbers.ranges().forEach(range -> {
            for (long number = range.first(); number <= range.last(); number++) {
                ids.add(new BatchId(device, journal, number));
            }
        });
        return ids;
    }

    private void later(long delayMillis, Runnable action) {
        long mine = life;
        simulation.after(delayMillis, () -> {
            if (life == mine) {
                action.run();
            }
        });
    }
}
