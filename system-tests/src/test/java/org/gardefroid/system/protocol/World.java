package org.gardefroid.system.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.edge.delivery.JournalState;
import org.gardefroid.telemetry.DeviceId;

/** One schedule: everything that runs, what goes wrong when, and the reckoning after it has healed. */
final class World {

    static final Instant START = Instant.parse("2026-06-01T06:00:00Z");
    static final int SHARD = 0;

    private static final long HEALED_MILLIS = 55_000;
    private static final long LEASES_SETTLED_MILLIS = 100_000;
    /** Longer than it takes to ask again for everything, and to send what is missing then. */
    private static final long END_MILLIS = HEALED_MILLIS + 165 * 60_000;
    static final long LAST_RECORD_MILLIS = END_MILLIS - 30 * 60_000;
    private static final long SMALL_CARD_BYTES = 3_000;

    private final Simulation simulation;
    private final Plant plant;
    private final Faults faults;
    private final Ledger ledger = new Ledger();
    private final SimDatabase database;
    private final SimNetwork network;
    private final List<SimAgent> agents = new ArrayList<>();
    private final List<SimInstance> instances = new ArrayList<>();

    private World(long seed, Plant plant, boolean traced) {
        this.simulation = new Simulation(seed, traced);
        this.plant = plant;
        this.faults = Faults.draw(simulation.random());
        this.database = new SimDatabase(simulation, plant);
        this.network = new SimNetwork(simulation);
    }

    /**
     * Runs the schedule of a seed.
     *
     * @throws Violation if the protocol did what it must never do
     */
    static void run(long seed, Plant plant) {
        new World(seed, plant, false).run();
    }

    /** Runs it again, and tells what happened, line by line; the last line is the violation, if there is one. */
    static List<String> replay(long seed, Plant plant) {
        World world = new World(seed, plant, true);
        world.simulation.tell(() -> "seed " + seed + ": " + world.faults);
        try {
            world.run();
            world.simulation.tell(() -> "all is accounted for");
        } catch (Violation violation) {
            world.simulation.tell(violation::getMessage);
        }
        return world.simulation.trace();
    }

    Simulation simulation() {
        return simulation;
    }

    Plant plant() {
        return plant;
    }

    Faults faults() {
        return faults;
    }

    Ledger ledger() {
        return ledger;
    }

    SimDatabase database() {
        return database;
    }

    SimNetwork network() {
        return network;
    }

    private void run() {
        build();
        planFaults();
        simulation.after(HEALED_MILLIS, this::heal);
        simulation.after(LEASES_SETTLED_MILLIS, () -> instances.forEach(SimInstance::settle));
        simulation.runUntil(END_MILLIS);
        Map<DeviceId, List<JournalState>> cards = new HashMap<>();
        agents.forEach(agent -> cards.put(agent.device(), agent.card().journals()));
        ledger.settle(database.tables(), cards, faults.smallCard());
    }

    private void build() {
        network.beFaulty(faults.loss(), faults.duplication(), faults.slow());
        database.beFaulty(faults.ambiguousCommit(), faults.serviceCrashes() ? 0.03 : 0);
        for (int i = 0; i < faults.agents(); i++) {
            DeviceId device = new DeviceId("box-" + i);
            SimCard card = new SimCard(device, simulation, ledger, plant, faults.lostWrites(),
                    faults.smallCard() ? SMALL_CARD_BYTES : Long.MAX_VALUE);
            card.beFaulty(faults.cardFullForNow(), faults.agentCrashes() ? 0.01 : 0);
            SimAgent agent = new SimAgent(this, device, card);
            agent.beFaulty(faults.refusedByLink());
            agents.add(agent);
            network.join(agent);
            simulation.after(simulation.between(0, 2_000), agent::boot);
        }
        for (int i = 0; i < faults.instances(); i++) {
            SimInstance instance = new SimInstance(simulation, network, database, plant, "service-" + i);
            instances.add(instance);
            network.join(instance);
            simulation.after(simulation.between(0, 4_000), instance::start);
        }
    }

    private void planFaults() {
        for (SimAgent agent : agents) {
            sometimes(faults.cuts(), 4, agent::cut);
            sometimes(faults.agentCrashes(), 2, () -> agent.crash(false));
            sometimes(faults.powerCuts() || faults.lostWrites(), 2, () -> agent.crash(true));
            sometimes(faults.clockSteps(), 2, agent::stepClock);
            sometimes(faults.restoredCards(), 1, () -> putAnOlderCardBack(agent));
        }
        for (SimInstance instance : instances) {
            sometimes(faults.serviceCrashes(), 2, instance::crash);
            sometimes(faults.servicePauses(), 2, () -> instance.pause(simulation.between(1_000, 25_000)));
            sometimes(faults.instances() > 1, 3, instance::handOn);
        }
        sometimes(faults.databaseAway(), 2, () -> {
            simulation.tell(() -> "the database is away");
            database.setAway(true);
            simulation.after(simulation.between(500, 15_000), () -> database.setAway(false));
        });
        sometimes(faults.restoredDatabase(), 2, () -> {
            Runnable backup = database.backup();
            simulation.after(simulation.between(1_000, 20_000), () -> {
                simulation.tell(() -> "the database is restored from its backup");
                backup.run();
            });
        });
    }

    private void putAnOlderCardBack(SimAgent agent) {
        Runnable copy = agent.card().backup();
        simulation.after(simulation.between(1_000, 20_000), () -> agent.putBack(copy));
    }

    private void sometimes(boolean there, int most, Runnable fault) {
        if (there) {
            long times = simulation.between(1, most);
            for (int i = 0; i < times; i++) {
                simulation.after(simulation.between(2_000, HEALED_MILLIS - 22_000), fault);
            }
        }
    }

    private void heal() {
        simulation.tell(() -> "everything heals");
        network.beFaulty(0, 0, 0);
        database.beFaulty(0, 0);
        database.setAway(false);
        instances.forEach(SimInstance::heal);
        agents.forEach(agent -> {
            agent.card().beFaulty(0, 0);
            agent.heal();
        });
    }
}
