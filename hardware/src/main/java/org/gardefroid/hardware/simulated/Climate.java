package org.gardefroid.hardware.simulated;

/**
 * The true temperatures of an equipment at one time, in °C. The energies make the model's book-keeping testable.
 *
 * @param load what the vaccines themselves have
 * @param bareTip what a bare probe in the air has: it follows {@code air} within a minute
 * @param bufferedTip what a probe in a buffer beside the vaccines has: it follows {@code load} within minutes
 * @param heatGainedJoules what has come in through walls and door since the start
 * @param heatRemovedJoules what the compressor has taken out since the start
 * @param heatStoredJoules what air, walls, load and packs hold more than at the start
 */
public record Climate(
        double air,
        double wall,
        double load,
        double ambient,
        double bareTip,
        double bufferedTip,
        double heatGainedJoules,
        double heatRemovedJoules,
        double heatStoredJoules) {}
