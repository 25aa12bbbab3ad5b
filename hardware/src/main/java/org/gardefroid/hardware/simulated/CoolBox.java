package org.gardefroid.hardware.simulated;

import java.time.Instant;
import org.gardefroid.hardware.simulated.CoolBox.State;

/**
 * A passive cool box with conditioned ice packs: they melt at 0 °C, and while there is ice left the box stays cold.
 *
 * <p>The packs are kept by the heat they hold and not by their temperature, which does not change while they melt. They do
 * not touch the load: a spacer is between, as it must be, or vaccines freeze.
 */
public final class CoolBox extends SteppedModel<State> {

    private static final double AIR_JOULES_PER_KELVIN = 900;
    private static final double WALL_JOULES_PER_KELVIN = 4_000;
    private static final double LOAD_JOULES_PER_KELVIN = 5_000;
    private static final double AMBIENT_TO_WALL_WATTS_PER_KELVIN = 0.45;
    private static final double WALL_TO_AIR_WATTS_PER_KELVIN = 2.5;
    private static final double LOAD_TO_AIR_WATTS_PER_KELVIN = 1.6;
    private static final double PACKS_TO_AIR_WATTS_PER_KELVIN = 1.8;
    private static final double OPEN_LID_WATTS_PER_KELVIN = 9;
    private static final double JOULES_TO_MELT_A_KILOGRAM = 334_000;
    private static final double WATER_JOULES_PER_KELVIN_AND_KILOGRAM = 4_190;
    private static final double ICE_JOULES_PER_KELVIN_AND_KILOGRAM = 2_090;
    private static final double BARE_TIP_SECONDS = 25;
    private static final double BUFFERED_TIP_SECONDS = 120;
    private static final double FIRST_CELSIUS = 4;

    private final double packKilograms;

    /** @param packKilograms of ice packs, fully frozen at 0 °C at the start; more than none */
    public CoolBox(Surroundings scenario, double packKilograms) {
        super(scenario, new State(FIRST_CELSIUS, FIRST_CELSIUS, FIRST_CELSIUS, 0, FIRST_CELSIUS, FIRST_CELSIUS, 0));
        if (!(packKilograms > 0 && packKilograms <= 100)) {
            throw new IllegalArgumentException(
                    "a cool box needs more than 0 and at most 100 kg of packs: " + packKilograms);
        }
        this.packKilograms = packKilograms;
    }

    /** @param packHeat what the packs hold, in J, more than all-frozen ice at 0 °C */
    record State(
            double air, double wall, double load, double packHeat, double bareTip, double bufferedTip, double gained) {}

    @Override
    State after(State state, Instant at, double seconds, Surroundings surroundings) {
        double ambient = surroundings.ambient(at);
        double throughWalls = AMBIENT_TO_WALL_WATTS_PER_KELVIN * (ambient - state.wall);
        double throughLid = surroundings.isDoorOpen(at) ? OPEN_LID_WATTS_PER_KELVIN * (ambient - state.air) : 0;
        double fromWall = WALL_TO_AIR_WATTS_PER_KELVIN * (state.wall - state.air);
        double toLoad = LOAD_TO_AIR_WATTS_PER_KELVIN * (state.air - state.load);
        double toPacks = surroundings.isIceGone(at)
                ? 0
                : PACKS_TO_AIR_WATTS_PER_KELVIN * (state.air - packCelsius(state.packHeat));

        return new State(state.air + seconds * (fromWall + throughLid - toLoad - toPacks) / AIR_JOULES_PER_KELVIN,
                state.wall + seconds * (throughWalls - fromWall) / WALL_JOULES_PER_KELVIN,
                state.load + seconds * toLoad / LOAD_JOULES_PER_KELVIN, state.packHeat + seconds * toPacks,
                state.bareTip + (state.air - state.bareTip) * seconds / BARE_TIP_SECONDS,
                state.bufferedTip + (state.load - state.bufferedTip) * seconds / BUFFERED_TIP_SECONDS,
                state.gained + seconds * (throughWalls + throughLid));
    }

    private double packCelsius(double heat) {
        double toMelt = packKilograms * JOULES_TO_MELT_A_KILOGRAM;
        if (heat < 0) {
            return heat / (packKilograms * ICE_JOULES_PER_KELVIN_AND_KILOGRAM);
        }
        return heat <= toMelt ? 0 : (heat - toMelt) / (packKilograms * WATER_JOULES_PER_KELVIN_AND_KILOGRAM);
    }

    @Override
    Climate climate(State now, double ambient) {
        double stored = AIR_JOULES_PER_KELVIN * (now.air - FIRST_CELSIUS)
                + WALL_JOULES_PER_KELVIN * (now.wall - FIRST_CELSIUS)
                + LOAD_JOULES_PER_KELVIN * (now.load - FIRST_CELSIUS) + now.packHeat;
        return new Climate(now.air, now.wall, now.load, ambient, now.bareTip, now.bufferedTip, now.gained, 0, stored);
    }
}
