package org.gardefroid.hardware.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cBus;
import org.gardefroid.hardware.port.I2cDevice;

/** One of the machine's I²C buses. */
final class Pi4jI2cBus implements I2cBus {

    private final Context pi4j;
    private final int number;
    private final Map<Integer, I2C> open = new HashMap<>();
    private final WireRelease release;
    private int generation;

    /** @param release frees the wires once nobody has the bus open */
    Pi4jI2cBus(Context pi4j, int number, WireRelease release) {
        this.pi4j = pi4j;
        this.number = number;
        this.release = release;
    }

    /** How the wires are freed from a chip that holds them. */
    interface WireRelease {
        void release() throws BusException;
    }

    @Override
    public I2cDevice device(int address) {
        return (written, read) -> {
            try {
                return transfer(opened(address), written, read);
            } catch (RuntimeException e) { // Pi4J throws its own, with the kernel's words
                String name = String.format(Locale.ROOT, "I2C bus %d address 0x%02x", number, address);
                // ETIMEDOUT and EAGAIN: the clock or the data is held, which is not a chip that is missing (EREMOTEIO).
                boolean isLocked = String.valueOf(e.getMessage()).matches("(?is).*(timed out|error 110|error 11\\b).*");
                throw isLocked ? BusException.locked(name) : BusException.notAnswering(name);
            }
        };
    }

    private static byte[] transfer(I2C device, byte[] written, int read) throws BusException {
        byte[] answer = new byte[read];
        int count;
        if (written.length > 0 && read > 0) {
            count = device.readRegister(written, answer);
        } else if (read > 0) {
            count = device.read(answer);
        } else {
            device.write(written);
            return answer;
        }
        if (count < read) {
            throw BusException.notAnswering("I2C bus " + device.bus() + " address " + device.device());
        }
        return answer;
    }

    private synchronized I2C opened(int address) {
        return open.computeIfAbsent(address, _ -> pi4j.create(I2C.newConfigBuilder(pi4j)
                .id("i2c-" + number + "-" + address + "-" + generation).bus(number).device(address).build()));
    }

    /** The next transfer opens the bus again. */
    @Override
    public synchronized void reset() throws BusException {
        open.values().forEach(I2C::close);
        open.clear();
        generation++;
        release.release();
    }
}
