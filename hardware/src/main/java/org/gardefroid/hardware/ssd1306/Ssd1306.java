package org.gardefroid.hardware.ssd1306;

import java.util.Optional;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cDevice;
import org.gardefroid.telemetry.ProbeFault;

/** Shows frames. A display that was unplugged is set up again when it is back: each frame is written whole. */
public final class Ssd1306 {

    /** 3Ch, or 3Dh with D/C# high. */
    public static final int ADDRESS = 0x3C;

    private static final int COMMANDS = 0x00;
    private static final int POINTS = 0x40;
    private static final int PAGES = Frame.HEIGHT / 8;

    /** The software initialisation of the application note, with the charge pump on, in page addressing. */
    private static final int[] SET_UP = {COMMANDS, 0xAE, 0xA8, 0x3F, 0xD3, 0x00, 0x40, 0xA1, 0xC8, 0xDA, 0x12, 0x81,
        0x7F, 0xA4, 0xA6, 0xD5, 0x80, 0x20, 0x02, 0x8D, 0x14, 0xAF};

    private final I2cDevice device;
    private boolean isSetUp;

    public Ssd1306(I2cDevice device) {
        this.device = device;
    }

    /** @return why it is not shown, if it is not */
    public Optional<ProbeFault> show(Frame frame) {
        try {
            if (!isSetUp) {
                device.write(SET_UP);
                isSetUp = true;
            }
            for (int page = 0; page < PAGES; page++) {
                device.write(COMMANDS, 0xB0 | page, 0x00, 0x10);
                byte[] points = frame.page(page);
                byte[] written = new byte[1 + points.length];
                written[0] = POINTS;
                System.arraycopy(points, 0, written, 1, points.length);
                device.transfer(written, 0);
            }
            return Optional.empty();
        } catch (BusException e) {
            isSetUp = false;
            return Optional.of(e.fault());
        }
    }
}
