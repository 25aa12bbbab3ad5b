package org.gardefroid.hardware.ina219;

/**
 * What the voltage of a lithium-ion cell says of how full it is.
 *
 * <p>As cells of the size 18650 usually give it at a tenth of their capacity an hour: within ten percent, and less surely in
 * the cold. Its use is to tell half from nearly empty.
 */
final class Charge {

    /** Thousandths of a volt, and percent. */
    private static final int[][] CURVE = {{3_000, 0}, {3_300, 3}, {3_400, 6}, {3_500, 12}, {3_600, 25}, {3_700, 45},
        {3_800, 60}, {3_900, 75}, {4_000, 87}, {4_150, 100}};

    private Charge() {}

    /** @return 0 to 100 */
    static int percent(int milliVolts) {
        for (int i = 1; i < CURVE.length; i++) {
            if (milliVolts < CURVE[i][0]) {
                int[] from = CURVE[i - 1];
                int share = (CURVE[i][1] - from[1]) * (milliVolts - from[0]) / (CURVE[i][0] - from[0]);
                return Math.max(0, from[1] + share);
            }
        }
        return 100;
    }
}
