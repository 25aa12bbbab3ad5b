package org.gardefroid.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gardefroid.hardware.port.Board;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.DigitalInput;
import org.gardefroid.hardware.port.DigitalOutput;
import org.gardefroid.hardware.port.I2cBus;
import org.gardefroid.hardware.port.I2cDevice;
import org.gardefroid.hardware.port.Pwm;
import org.gardefroid.hardware.port.SpiDevice;

/** A board made of maps: pins that are moved by hand, chips of registers that can be plugged in and pulled out. */
public final class SimulatedBoard implements Board {

    private final Map<Integer, List<DigitalInput.Listener>> listeners = new HashMap<>();
    private final Map<Integer, Boolean> pins = new TreeMap<>();
    private final Map<Integer, Map<Integer, byte[]>> chips = new HashMap<>();
    private final Map<Integer, Integer> pointers = new HashMap<>();
    private final List<Integer> tones = new ArrayList<>();
    private final Set<Integer> busy = new HashSet<>();
    private boolean opened;

    /** Plugs a chip in; each register holds what is given in hexadecimal. */
    public synchronized SimulatedBoard chip(int address, Map<Integer, String> registers) {
        Map<Integer, byte[]> held = new HashMap<>();
        registers.forEach((register, hex) -> held.put(register, HexFormat.of().parseHex(hex)));
        chips.put(address, held);
        return this;
    }

    /** Somebody else has this pin, or not. */
    public void occupy(int bcm, boolean isBusy) {
        if (isBusy) {
            busy.add(bcm);
        } else {
            busy.remove(bcm);
        }
    }

    public synchronized void pull(int address) {
        chips.remove(address);
    }

    /** From outside. */
    public synchronized void move(int bcm, boolean high, long nanoTime) {
        pins.put(bcm, high);
        listeners.getOrDefault(bcm, List.of()).forEach(each -> each.changed(high, nanoTime));
    }

    public synchronized boolean isHigh(int bcm) {
        return pins.getOrDefault(bcm, true); // pulled up
    }

    public synchronized List<Integer> tones() {
        return List.copyOf(tones);
    }

    public boolean isOpened() {
        return opened;
    }

    public SimulatedBoard open() {
        opened = true;
        return this;
    }

    @Override
    public I2cBus i2c(int number) {
        return new I2cBus() {
            @Override
            public I2cDevice device(int address) {
                return (written, read) -> transfer(address, written, read);
            }

            @Override
            public void reset() {}
        };
    }

    private synchronized byte[] transfer(int address, byte[] written, int read) throws BusException {
        Map<Integer, byte[]> registers = chips.get(address);
        if (registers == null) {
            throw BusException.notAnswering("address " + address);
        }
        int register = written.length > 0 ? Byte.toUnsignedInt(written[0]) : pointers.getOrDefault(address, 0);
        pointers.put(address, register);
        if (written.length > 1) {
            registers.put(register, Arrays.copyOfRange(written, 1, written.length));
        }
        return Arrays.copyOf(registers.getOrDefault(register, new byte[0]), read);
    }

    @Override
    public SpiDevice spi(int chipSelect) {
        return sent -> new byte[sent.length]; // nobody there: all zeros
    }

    @Override
    public DigitalInput input(int bcm) {
        if (busy.contains(bcm)) {
            throw new IllegalStateException("BCM " + bcm + " is somebody else's");
        }
        return new DigitalInput() {
            @Override
            public boolean isHigh() {
                return SimulatedBoard.this.isHigh(bcm);
            }

            @Override
            public void listen(Listener listener) {
                listeners.computeIfAbsent(bcm, _ -> new ArrayList<>()).add(listener);
            }
        };
    }

    @Override
    public DigitalOutput output(int bcm) {
        move(bcm, false, 0);
        return high -> move(bcm, high, 0);
    }

    @Override
    public Pwm pwm(int channel) {
        return hertz -> {
            synchronized (this) {
                tones.add(hertz);
            }
        };
    }

    @Override
    public void close() {
        opened = false;
    }
}
