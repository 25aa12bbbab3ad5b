package org.gardefroid.edge.clock;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The machine's clock, every so often. A moment that was missed is not made up for: nobody measured then. */
public final class SystemClock implements AgentClock {

    private final Machine machine;
    private final BooleanSupplier trusted;
    private final long stepMillis;
    private long dueMillis;

    /** @param trusted whether the wall clock is known to be right, as by a time service that has answered */
    public SystemClock(Machine machine, BooleanSupplier trusted, Duration step) {
        this.machine = machine;
        this.trusted = trusted;
        this.stepMillis = step.toMillis();
        this.dueMillis = machine.monotonicMillis();
    }

    @Override
    public Optional<Moment> next() throws InterruptedException {
        long waiting = dueMillis - machine.monotonicMillis();
        while (waiting > 0) {
            machine.sleepMillis(waiting);
            waiting = dueMillis - machine.monotonicMillis();
        }
        long now = machine.monotonicMillis();
        dueMillis += stepMillis * Math.max(1, (now - dueMillis + stepMillis) / stepMillis);
        return Optional.of(Moment.of(machine.boot(), now, trusted.getAsBoolean(), machine.wall()));
    }
}
