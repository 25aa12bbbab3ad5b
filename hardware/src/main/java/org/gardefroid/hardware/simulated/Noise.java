package org.gardefroid.hardware.simulated;

/** Noise that is a function of seed and time: asked again, it is the same. */
final class Noise {

    private Noise() {}

    /** From the normal distribution with mean 0 and deviation 1, cut at 4. */
    static double gaussian(long seed, long millis) {
        double first = unit(mix(seed ^ mix(millis)));
        double second = unit(mix(mix(seed + 1) ^ mix(millis)));
        double normal = Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
        return Math.clamp(normal, -4.0, 4.0);
    }

    /** SplitMix64's finaliser. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Above 0, so that it has a logarithm. */
    private static double unit(long bits) {
        return ((bits >>> 11) + 1) * 0x1.0p-53;
    }
}
