package org.gardefroid.system.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.guard.GroupCommit;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.guard.ReceiptPacer;
import org.gardefroid.ingest.guard.Receipts;
import org.gardefroid.ingest.guard.StoreUnavailableException;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;

/** One instance of the service: one queue in the order of arrival, one writer, paced receipts, the lease of the shard. */
final class SimInstance {

    private static final int QUEUE = 40;
    private static final long LEASE_ROUND_MILLIS = 3_000;

    private final Simulation simulation;
    private final SimNetwork network;
    private final SimDatabase database;
    private final Plant plant;
    private final String name;
    private final RowsInMemory rowsInMemory;
    private final GroupCommit commits;
    private final Deque<SimNetwork.Up> queue = new ArrayDeque<>();
    private ReceiptPacer pacer = new ReceiptPacer();
    private Optional<Lease> lease = Optional.empty();
    private boolean alive;
    private boolean working;
    private long life;
    private long pausedUntilMillis;
    private boolean settled;

    SimInstance(Simulation simulation, SimNetwork network, SimDatabase database, Plant plant, String name) {
        this.simulation = simulation;
        this.network = network;
        this.database = database;
        this.plant = plant;
        this.name = name;
        this.rowsInMemory = new RowsInMemory(database);
        GuardStore store = plant == Plant.ROWS_REMEMBERED_WITHOUT_A_FENCE ? rowsInMemory : database;
        this.commits = new GroupCommit(store);
    }

    void start() {
        if (!alive) {
            alive = true;
            life++;
            simulation.tell(() -> name + " starts");
            leaseRound();
        }
    }

    void crash() {
        simulation.tell(() -> name + " dies");
        alive = false;
        life++;
        queue.clear();
        pacer = new ReceiptPacer();
        lease = Optional.empty();
        working = false;
        rowsInMemory.forget();
        simulation.after(simulation.between(500, 8_000), this::start);
    }

    /** Everything stops, and goes on later as if nothing had been. */
    void pause(long millis) {
        simulation.tell(() -> name + " is paused for " + millis + " ms");
        pausedUntilMillis = simulation.nowMillis() + millis;
    }

    /** Gives the shard to whoever asks next. */
    void handOn() {
        lease.ifPresent(database::release);
    }

    void heal() {
        pausedUntilMillis = 0;
        start();
    }

    /** From now on leases change no more. */
    void settle() {
        settled = true;
    }

    boolean holdsTheLease() {
        return alive && lease.isPresent();
    }

    void arrived(SimNetwork.Up up) {
        if (lease.isEmpty() || !alive || queue.size() >= QUEUE) {
            return;
        }
        if (plant == Plant.RECEIPT_BEFORE_COMMIT && up instanceof SimNetwork.Up.OfBatch(Arrival arrival)) {
            BatchId id = arrival.id();
            JournalKey key = JournalKey.of(id);
            GuardRow row = GuardRow.empty(key);
            send(id.device(), Receipts.unasked(List.of(new GuardRow(key, NumberSet.of(id.number()), row.dropped(),
                    row.held(), row.rejected(), row.forked(), row.watermarkHash(), row.boot(), row.predecessor()))));
        }
        queue.addLast(up);
        work(simulation.between(1, 30));
    }

    private void work(long delayMillis) {
        if (!working) {
            working = true;
            later(delayMillis, () -> {
                working = false;
                takeGroup();
            });
        }
    }

    private void takeGroup() {
        List<SimNetwork.Up> taken = new ArrayList<>();
        List<Arrival> group = new ArrayList<>();
        long most = simulation.between(1, 8);
        while (!queue.isEmpty() && group.size() < most
                && queue.peekFirst() instanceof SimNetwork.Up.OfBatch(Arrival arrival)) {
            taken.add(queue.removeFirst());
            group.add(arrival);
        }
        try {
            if (!group.isEmpty()) {
                GroupCommit.Committed committed = commits.commit(group, fences());
                simulation.tell(() -> name + " commits " + committed.admissions());
                Map<DeviceId, List<GuardRow>> byDevice = new HashMap<>();
                committed.rows().forEach(
                        (key, row) -> byDevice.computeIfAbsent(key.device(), d -> new ArrayList<>()).add(row));
                byDevice.forEach((device, rows) -> pacer.committed(device, rows, simulation.chance(0.1)));
            }
            while (queue.peekFirst() instanceof SimNetwork.Up.OfQuestion(DeviceId device, Question question)) {
                pacer.asked(device, question);
                queue.removeFirst();
            }
            tell();
            if (!queue.isEmpty()) {
                work(simulation.between(1, 10));
            }
        } catch (StoreUnavailableException unavailable) {
            simulation.tell(() -> name + ": " + unavailable.getMessage());
            taken.reversed().forEach(queue::addFirst);
            work(500);
        } catch (LeaseLostException lost) {
            loseLease();
        } catch (Crash crash) {
            simulation.tell(() -> name + ": " + crash.getMessage());
            crash();
        }
    }

    private Set<Lease> fences() {
        return lease.map(Set::of).orElseThrow(() -> new LeaseLostException("none"));
    }

    private void loseLease() {
        simulation.tell(() -> name + " has lost its lease");
        lease = Optional.empty();
        queue.clear();
        pacer.forget(network.devices());
    }

    private void tell() {
        for (ReceiptPacer.Due due : pacer.due(simulation.nowMillis())) {
            if (!due.rows().isEmpty()) {
                send(due.device(), Receipts.unasked(due.rows()));
            }
            for (Question question : due.questions()) {
                Set<JournalKey> keys = new HashSet<>();
                question.journals().forEach(journal -> keys.add(new JournalKey(due.device(), journal)));
                try {
                    send(due.device(), Receipts.answer(due.device(), question, database.committed(keys)));
                } catch (StoreUnavailableException unavailable) {
                    pacer.asked(due.device(), question);
                }
            }
        }
        OptionalLong wake = pacer.wakeAtMillis();
        if (wake.isPresent()) {
            later(Math.max(200, wake.getAsLong() - simulation.nowMillis()), this::tell);
        }
    }

    private void send(DeviceId device, Receipt receipt) {
        Receipt told = switch (plant) {
            case FORGOTTEN_HOLE -> new Receipt(receipt.answers(), receipt.journals().stream()
                    .map(journal -> journal.stored().isEmpty()
                            ? journal
                            : new Receipt.OfJournal(journal.journal(), journal.upTo(),
                                    NumberSet.range(1, journal.stored().greatest()), Optional.empty(),
                                    journal.rejected()))
                    .toList());
            case REJECTED_IN_SILENCE -> new Receipt(receipt.answers(), receipt.journals().stream()
                    .map(journal -> new Receipt.OfJournal(journal.journal(), journal.upTo(), journal.stored(),
                            journal.watermarkHash(), Map.of()))
                    .toList());
            default -> receipt;
        };
        simulation.tell(() -> name + " to " + device + ": " + told);
        network.receipt(device, told);
    }

    private void leaseRound() {
        try {
            boolean had = lease.isPresent();
            lease = database.acquire(World.SHARD, name);
            if (lease.isPresent() && !had) {
                simulation.tell(() -> name + " takes the shard: " + lease.get());
                network.devices().forEach(
                        device -> simulation.after(simulation.between(0, 2_000), () -> network.hello(device)));
            } else if (lease.isEmpty() && had) {
                loseLease();
            }
        } catch (StoreUnavailableException away) {
            // The lease that it has may well still be its own: the fence in each transaction decides.
        }
        if (!settled) {
            later(LEASE_ROUND_MILLIS, this::leaseRound);
        }
    }

    private void later(long delayMillis, Runnable action) {
        long mine = life;
        simulation.after(delayMillis, () -> {
            if (life != mine) {
                return;
            }
            if (simulation.nowMillis() < pausedUntilMillis) {
                later(pausedUntilMillis - simulation.nowMillis(), action);
            } else {
                action.run();
            }
        });
    }
}
