package org.gardefroid.hardware.lis3dh;

import java.util.Optional;
import org.gardefroid.hardware.VialOrientation;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cDevice;
import org.gardefroid.telemetry.ProbeFault;

/** Mounted flat, its z axis up. Between two questions it watches for a shock by itself. */
public final class Lis3dh implements VialOrientation {

    /** 19h with SA0 high, as on most boards; 18h with SA0 low. */
    public static final int ADDRESS = 0x19;

    /** Beyond this angle a vial no longer stands; a box in a moving van leans by less. */
    static final double TIPPED_DEGREES = 45;

    private static final int WHO_AM_I = 0x0F;
    private static final int LIS3DH = 0x33;
    private static final int CTRL_REG1 = 0x20;
    private static final int CTRL_REG4 = 0x23;
    private static final int CTRL_REG5 = 0x24;
    private static final int INT1_CFG = 0x30;
    private static final int INT1_SRC = 0x31;
    private static final int INT1_THS = 0x32;
    private static final int OUT_X_L_ON = 0x28 | 0x80; // the highest bit counts the address up

    private static final int ALL_AXES_100_HERTZ = 0x57;
    private static final int FOUR_G_HIGH_RESOLUTION = 0x98;
    private static final int LATCH_INTERRUPT_1 = 0x08;
    private static final int ANY_AXIS_ABOVE = 0x2A;
    /** 80 × 32 thousandths of gravity at ±4 g: 2.5 g, more than a kerb and less than a fall from a table. */
    private static final int SHOCK_THRESHOLD = 80;
    private static final int INTERRUPT_ACTIVE = 0x40;

    private final I2cDevice device;
    private boolean upright = true;
    private boolean struck;
    private Optional<ProbeFault> fault = Optional.empty();

    public Lis3dh(I2cDevice device) {
        this.device = device;
    }

    /** Keeps its last answer while the box moves and while the chip is at fault: {@link #fault} says which. */
    @Override
    public boolean isUpright() {
        try {
            fault = Optional.empty();
            if (device.read(WHO_AM_I, 1)[0] != LIS3DH) {
                fault = Optional.of(ProbeFault.PROTOCOL);
                return upright;
            }
            if (device.read(CTRL_REG1, 1)[0] != ALL_AXES_100_HERTZ) { // new, or without power in between
                configure();
                return upright;
            }
            Acceleration now = Acceleration.decode(device.read(OUT_X_L_ON, 6));
            if (now.isAtRest()) {
                upright = now.degreesFromUpright() <= TIPPED_DEGREES;
            }
            struck |= (device.read(INT1_SRC, 1)[0] & INTERRUPT_ACTIVE) != 0; // reading it clears it
        } catch (BusException e) {
            fault = Optional.of(e.fault());
        }
        return upright;
    }

    @Override
    public boolean wasStruck() {
        boolean was = struck;
        struck = false;
        return was;
    }

    @Override
    public Optional<ProbeFault> fault() {
        return fault;
    }

    private void configure() throws BusException {
        device.write(CTRL_REG4, FOUR_G_HIGH_RESOLUTION);
        device.write(CTRL_REG5, LATCH_INTERRUPT_1);
        device.write(INT1_THS, SHOCK_THRESHOLD);
        device.write(INT1_CFG, ANY_AXIS_ABOVE);
        device.write(CTRL_REG1, ALL_AXES_100_HERTZ); // last: it says that all is done
    }
}
