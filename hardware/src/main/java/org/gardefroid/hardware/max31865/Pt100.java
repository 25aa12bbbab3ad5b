package org.gardefroid.hardware.max31865;

/** IEC 60751: the resistance of platinum, 100 Ω at 0 °C. */
final class Pt100 {

    private static final double OHMS_AT_ZERO = 100;
    private static final double A = 3.9083e-3;
    private static final double B = -5.775e-7;
    /** Below 0 °C alone. */
    private static final double C = -4.183e-12;

    private Pt100() {}

    /** Callendar and Van Dusen's polynomial, −200 to 850 °C. */
    static double ohms(double celsius) {
        double c = celsius < 0 ? C : 0;
        return OHMS_AT_ZERO * (1 + celsius * (A + celsius * (B + celsius * (celsius - 100) * c)));
    }

    /** Newton's iteration: the curve is nearly straight, and four steps from there reach a millionth of a degree. */
    static double celsius(double ohms) {
        double celsius = (ohms / OHMS_AT_ZERO - 1) / A;
        for (int step = 0; step < 6; step++) {
            double c = celsius < 0 ? C : 0;
            double slope = OHMS_AT_ZERO
                    * (A + celsius * (2 * B + celsius * c * (4 * celsius - 300)));
            celsius -= (ohms(celsius) - ohms) / slope;
        }
        return celsius;
    }
}
