package org.gardefroid.edge.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.edge.clock.AgentClock;
import org.gardefroid.edge.clock.Machine;
import org.gardefroid.edge.clock.Moment;

/** A second after the other, in the time of the training: as fast as wanted, and with a date or without one. */
public final class TrainingClock implements AgentClock, InstantSource {

    static final int FASTEST = 600;
    private static final long STEP_MILLIS = 1_000;

    private final Machine machine;
    private final Instant start;
    private final Optional<Duration> ends;
    private final long firstMillis;
    private long elapsedMillis;
    private volatile int speed;
    private volatile boolean lost;
    private volatile boolean hangs;
    private volatile boolean ended;

    /** @param ends after so much of the training's time */
    public TrainingClock(Machine machine, Instant start, int speed, Optional<Duration> ends) {
        this.machine = machine;
        this.start = start;
        this.speed = speed;
        this.ends = ends;
        this.firstMillis = machine.monotonicMillis();
    }

    @Override
    public Optional<Moment> next() throws InterruptedException {
        do {
            machine.sleepMillis(Math.max(1, STEP_MILLIS / speed));
        } while (hangs && !ended);
        synchronized (this) {
            elapsedMillis += STEP_MILLIS;
        }
        if (ended || ends.filter(end -> elapsed().compareTo(end) > 0).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Moment.of(machine.boot(), firstMillis + elapsed().toMillis(), true,
                lost ? Instant.EPOCH : instant()));
    }

    /** What time it is in the training's world, whatever the box believes. */
    @Override
    public Instant instant() {
        return start.plus(elapsed());
    }

    public synchronized Duration elapsed() {
        return Duration.ofMillis(elapsedMillis);
    }

    public int speed() {
        return speed;
    }

    void run(int times) {
        speed = Math.clamp(times, 1, FASTEST);
    }

    void lose(boolean isLost) {
        lost = isLost;
    }

    void hang(boolean isHanging) {
        hangs = isHanging;
    }

    public void end() {
        ended = true;
    }
}
