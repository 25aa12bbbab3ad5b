package org.gardefroid.hardware.lis3dh;

/** In thousandths of the earth's gravity along the chip's axes, which its package shows. */
record Acceleration(int x, int y, int z) {

    /** Six bytes from OUT_X_L on, high resolution, ±4 g: 12 bits at the left, 2 thousandths each. */
    static Acceleration decode(byte[] bytes) {
        return new Acceleration(axis(bytes, 0), axis(bytes, 2), axis(bytes, 4));
    }

    private static int axis(byte[] bytes, int at) {
        return (bytes[at + 1] << 8 | Byte.toUnsignedInt(bytes[at])) >> 4 << 1;
    }

    double length() {
        return Math.sqrt((double) x * x + (double) y * y + (double) z * z);
    }

    /** Whether it is gravity alone: of a box that is being carried, or dropped, the direction says little. */
    boolean isAtRest() {
        return length() > 850 && length() < 1_150;
    }

    /** @return the angle to the chip's z axis, 0 to 180 degrees */
    double degreesFromUpright() {
        return Math.toDegrees(Math.acos(Math.clamp(z / length(), -1.0, 1.0)));
    }
}
