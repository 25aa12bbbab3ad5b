package org.gardefroid.hardware.linux;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gardefroid.hardware.port.BusException;

/** What a pin of a Raspberry Pi is connected to inside, set by the program {@code pinctrl} of Raspberry Pi OS. */
public final class PinFunction {

    private static final int LONGEST_SECONDS = 1;

    private PinFunction() {}

    /** Function 0 of BCM 2 and 3 is the I²C controller. */
    public static void giveToI2c(int data, int clock) throws BusException {
        List<String> command = List.of("pinctrl", "set", data + "," + clock, "a0");
        try {
            Process program = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!program.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
                throw BusException.locked(String.join(" ", command));
            }
            if (program.exitValue() != 0) { // it may not, or there is no such pin: the bus is not reset
                throw BusException.locked(String.join(" ", command));
            }
        } catch (IOException e) { // no such program: the pins stay as they are, and the bus stays at fault
            throw BusException.locked(String.join(" ", command));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
