package org.gardefroid.edge.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.telemetry.BootId;

/**
 * A clock for demonstrations: from {@code start} it runs {@code rate} times as fast as the real one until it has caught up
 * with it, and from then on it is the real one. It is never ahead of it.
 *
 * <p>It is a function of the real time alone, so that an agent that is killed and started again goes on where it would
 * have been. While it runs its moments lie on a grid, and none is left out, however late the machine is: a simulated fridge
 * can be asked about any moment.
 */
public final class SimulatedClock implements AgentClock, InstantSource {

    private final Machine machine;
    private final SimulatedTime time;
    private final long stepMillis;
    private final BootId boot;
    private Instant now;

    /** @param fromStart at an agent's very first start: nothing of the simulated time is left out, then, either */
    public SimulatedClock(Machine machine, SimulatedTime time, Duration step, boolean fromStart) {
        this.machine = machine;
        this.time = time;
        this.stepMillis = step.toMillis();
        this.boot = new BootId("simulated-" + time.start().toEpochMilli());
        this.now = fromStart ? time.start() : time.at(machine.wall());
    }

    @Override
    public Optional<Moment> next() throws InterruptedException {
        Instant next = Instant.ofEpochMilli((now.toEpochMilli() / stepMillis + 1) * stepMillis);
        long waiting = time.millisUntil(next, machine.wall());
        while (waiting > 0) {
            machine.sleepMillis(waiting);
            waiting = time.millisUntil(next, machine.wall());
        }
        now = next;
        return Optional.of(Moment.of(boot, Duration.between(time.start(), next).toMillis(), true, next));
    }

    /** The simulated time of the latest moment. */
    @Override
    public Instant instant() {
        return now;
    }
}
