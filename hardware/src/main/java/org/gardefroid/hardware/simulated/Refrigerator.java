package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.time.Instant;
import org.gardefroid.hardware.simulated.Refrigerator.State;

/**
 * A compressor refrigerator of a pharmacy: a thermostat with hysteresis on the air, a pause to defrost, a door.
 *
 * <p>Three bodies exchange heat in proportion to their difference: air (with the shelves, which follow it), walls and load.
 * The figures are those of a 300-litre pharmacy refrigerator, a third full, rounded.
 */
public final class Refrigerator extends SteppedModel<State> {

    private static final double AIR_JOULES_PER_KELVIN = 6_000;
    private static final double WALL_JOULES_PER_KELVIN = 30_000;
    private static final double LOAD_JOULES_PER_KELVIN = 60_000;
    private static final double AMBIENT_TO_WALL_WATTS_PER_KELVIN = 1.6;
    private static final double WALL_TO_AIR_WATTS_PER_KELVIN = 12;
    private static final double LOAD_TO_AIR_WATTS_PER_KELVIN = 9;
    private static final double OPEN_DOOR_WATTS_PER_KELVIN = 45;
    private static final double COMPRESSOR_WATTS = 170;
    private static final double THERMOSTAT_ON_CELSIUS = 5.8;
    private static final double THERMOSTAT_OFF_CELSIUS = 3.6;
    private static final double BARE_TIP_SECONDS = 25;
    private static final double BUFFERED_TIP_SECONDS = 180;
    private static final Duration DEFROST_EVERY = Duration.ofHours(8);
    private static final Duration DEFROST_FOR = Duration.ofMinutes(10);

    private final Instant start;

    /** Its air, walls and load begin in the middle of what its thermostat keeps. */
    public Refrigerator(Scenario scenario) {
        super(scenario, new State(4.8, 5.4, 4.8, 4.8, 4.8, false, 0, 0));
        this.start = scenario.start();
    }

    record State(
            double air,
            double wall,
            double load,
            double bareTip,
            double bufferedTip,
            boolean compressing,
            double gained,
            double removed) {}

    @Override
    State after(State state, Instant at, double seconds, Surroundings surroundings) {
        double ambient = surroundings.ambient(at);
        boolean wanted = state.compressing ? state.air > THERMOSTAT_OFF_CELSIUS : state.air > THERMOSTAT_ON_CELSIUS;
        boolean compressing = wanted && !surroundings.isMachineOff(at) && !isDefrosting(at);

        double throughWalls = AMBIENT_TO_WALL_WATTS_PER_KELVIN * (ambient - state.wall);
        double throughDoor = surroundings.isDoorOpen(at) ? OPEN_DOOR_WATTS_PER_KELVIN * (ambient - state.air) : 0;
        double fromWall = WALL_TO_AIR_WATTS_PER_KELVIN * (state.wall - state.air);
        double toLoad = LOAD_TO_AIR_WATTS_PER_KELVIN * (state.air - state.load);
        double removed = compressing ? COMPRESSOR_WATTS : 0;

        return new State(state.air + seconds * (fromWall + throughDoor - toLoad - removed) / AIR_JOULES_PER_KELVIN,
                state.wall + seconds * (throughWalls - fromWall) / WALL_JOULES_PER_KELVIN,
                state.load + seconds * toLoad / LOAD_JOULES_PER_KELVIN,
                state.bareTip + (state.air - state.bareTip) * seconds / BARE_TIP_SECONDS,
                state.bufferedTip + (state.load - state.bufferedTip) * seconds / BUFFERED_TIP_SECONDS, compressing,
                state.gained + seconds * (throughWalls + throughDoor), state.removed + seconds * removed);
    }

    private boolean isDefrosting(Instant at) {
        long sinceStart = Duration.between(start, at).toMillis();
        return sinceStart >= DEFROST_EVERY.toMillis() && sinceStart % DEFROST_EVERY.toMillis() < DEFROST_FOR.toMillis();
    }

    @Override
    Climate climate(State now, double ambient) {
        double stored = AIR_JOULES_PER_KELVIN * (now.air - 4.8) + WALL_JOULES_PER_KELVIN * (now.wall - 5.4)
                + LOAD_JOULES_PER_KELVIN * (now.load - 4.8);
        return new Climate(now.air, now.wall, now.load, ambient, now.bareTip, now.bufferedTip, now.gained, now.removed,
                stored);
    }
}
