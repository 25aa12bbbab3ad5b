package org.gardefroid.edge.forecast;

import java.util.Random;

/**
 * A cool box drawn at random, by no means the one that the forecast was made for: its masses, walls, load, ice, weather and
 * lid are others each time, and its probe is buffered more or less.
 */
final class AnyBox {

    private static final double STEP_SECONDS = 2;
    private static final double JOULES_TO_MELT_A_KILOGRAM = 334_000;
    private static final double WATER_JOULES = 4_190;

    private final Random random;
    private final double airJoules;
    private final double wallJoules;
    private final double loadJoules;
    private final double ambientToWall;
    private final double wallToAir;
    private final double loadToAir;
    private final double packsToAir;
    private final double packKilograms;
    private final double ambientMiddle;
    private final double ambientSwing;
    private final double openLid;
    private final double lidsAnHour;
    private final double tipSeconds;
    private double air;
    private double wall;
    private double load;
    private double tip;
    private double packs;
    private double seconds;
    private double lidUntil = -1;

    AnyBox(long seed) {
        random = new Random(seed);
        airJoules = between(500, 2_000);
        wallJoules = between(2_000, 9_000);
        loadJoules = between(2_500, 20_000);
        ambientToWall = between(0.25, 0.9);
        wallToAir = between(1.5, 5);
        loadToAir = between(0.8, 3);
        packsToAir = between(1.0, 3);
        packKilograms = between(0.1, 3);
        ambientMiddle = between(8, 34);
        ambientSwing = between(0, 6);
        openLid = between(4, 14);
        lidsAnHour = between(0, 3);
        tipSeconds = between(60, 300);
        air = between(2.5, 6);
        wall = air + between(0, 4);
        load = between(2.5, 6);
        tip = load;
        packs = packKilograms * JOULES_TO_MELT_A_KILOGRAM * between(0, 0.9);
    }

    private double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** What the probe's tip truly has after ten seconds more. */
    double tenSecondsLater() {
        for (int i = 0; i < 5; i++) {
            step();
        }
        return tip;
    }

    /** What the probe says of it: noise and steps of 1/16 °C. */
    double said() {
        return Math.round((tip + 0.03 * random.nextGaussian()) * 16) / 16.0;
    }

    private void step() {
        seconds += STEP_SECONDS;
        double ambient = ambientMiddle + ambientSwing * Math.sin(2 * Math.PI * seconds / 28_800);
        if (seconds > lidUntil && random.nextDouble() < lidsAnHour * STEP_SECONDS / 3_600) {
            lidUntil = seconds + between(20, 240);
        }
        double toMelt = packKilograms * JOULES_TO_MELT_A_KILOGRAM;
        double pack = packs <= toMelt ? 0 : (packs - toMelt) / (packKilograms * WATER_JOULES);
        double throughWalls = ambientToWall * (ambient - wall);
        double throughLid = seconds <= lidUntil ? openLid * (ambient - air) : 0;
        double fromWall = wallToAir * (wall - air);
        double toLoad = loadToAir * (air - load);
        double toPacks = packsToAir * (air - pack);
        air += STEP_SECONDS * (fromWall + throughLid - toLoad - toPacks) / airJoules;
        wall += STEP_SECONDS * (throughWalls - fromWall) / wallJoules;
        load += STEP_SECONDS * toLoad / loadJoules;
        packs += STEP_SECONDS * toPacks;
        tip += (load - tip) * STEP_SECONDS / tipSeconds;
    }
}
