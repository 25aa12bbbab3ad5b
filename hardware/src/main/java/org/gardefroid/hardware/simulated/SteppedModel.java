package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.time.Instant;

/**
 * Advances a model in equal steps from the scenario's start, so that the answer for a time does not depend on which times
 * were asked for before it.
 */
abstract class SteppedModel<S extends Record> implements ThermalModel {

    /** Short against the quickest part, the air with the door open, so that the plain Euler step is stable. */
    static final Duration STEP = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final S first;
    private S state;
    private long stepsDone;

    SteppedModel(Surroundings surroundings, S first) {
        this.surroundings = surroundings;
        this.first = first;
        this.state = first;
    }

    /** The state {@code seconds} after {@code state}, which was that of {@code at}; {@code seconds} is at most a step. */
    abstract S after(S state, Instant at, double seconds, Surroundings surroundings);

    abstract Climate climate(S state, double ambient);

    @Override
    public final synchronized Climate at(Instant at) {
        long millis = Math.max(0, Duration.between(surroundings.start(), at).toMillis());
        long steps = millis / STEP.toMillis();
        if (steps < stepsDone) { // the past is asked for rarely: by tests, and by an account made afterwards
            state = first;
            stepsDone = 0;
        }
        for (; stepsDone < steps; stepsDone++) {
            state = after(state, timeOf(stepsDone), STEP.toMillis() / 1_000.0, surroundings);
        }
        double rest = (millis - steps * STEP.toMillis()) / 1_000.0;
        S now = rest == 0 ? state : after(state, timeOf(steps), rest, surroundings);
        return climate(now, surroundings.ambient(surroundings.start().plusMillis(millis)));
    }

    private Instant timeOf(long step) {
        return surroundings.start().plus(STEP.multipliedBy(step));
    }
}
