package org.gardefroid.hardware.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.pwm.PwmType;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiMode;
import java.time.Duration;
import java.util.function.Supplier;
import org.gardefroid.hardware.linux.PinFunction;
import org.gardefroid.hardware.port.Board;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.DigitalInput;
import org.gardefroid.hardware.port.DigitalOutput;
import org.gardefroid.hardware.port.I2cBus;
import org.gardefroid.hardware.port.NineClocks;
import org.gardefroid.hardware.port.Pause;
import org.gardefroid.hardware.port.Pwm;
import org.gardefroid.hardware.port.SpiDevice;
import org.gardefroid.hardware.port.WatchedI2cBus;
import org.jspecify.annotations.Nullable;

/** A Raspberry Pi's pins, by their BCM numbers. */
public final class Pi4jBoard implements Board {

    private static final int SPI_HERTZ = 1_000_000;
    private static final int HALF = 50;
    private static final int SDA = 2;
    private static final int SCL = 3;

    private final Context pi4j;

    private Pi4jBoard(Context pi4j) {
        this.pi4j = pi4j;
    }

    /** With the providers that Pi4J finds on its class path: gpiod for pins, linuxfs for the buses. */
    public static Pi4jBoard open() {
        return new Pi4jBoard(Pi4J.newAutoContext());
    }

    static Pi4jBoard of(Context pi4j) {
        return new Pi4jBoard(pi4j);
    }

    @Override
    public I2cBus i2c(int number) {
        return new WatchedI2cBus(new Pi4jI2cBus(pi4j, number, () -> release(number)), WatchedI2cBus.LIMIT);
    }

    /** Bus 1 alone has known pins. They are borrowed for the clock pulses, and given back to the bus. */
    private void release(int number) throws BusException {
        if (number != 1) {
            return;
        }
        var data = pi4j.create(com.pi4j.io.gpio.digital.DigitalInput.newConfigBuilder(pi4j).id("sda")
                .address(SDA).pull(PullResistance.PULL_UP).build());
        var clock = pi4j.create(com.pi4j.io.gpio.digital.DigitalOutput.newConfigBuilder(pi4j).id("scl")
                .address(SCL).initial(DigitalState.HIGH).shutdown(DigitalState.HIGH).build());
        try {
            new NineClocks(high -> clock.state(high ? DigitalState.HIGH : DigitalState.LOW), data::isHigh, Pause.REAL)
                    .release();
        } finally {
            pi4j.shutdown("sda");
            pi4j.shutdown("scl");
            PinFunction.giveToI2c(SDA, SCL);
        }
    }

    /** In mode 1, which the MAX31865 needs. It is opened when it is used: one that is not there is a fault, and may come. */
    @Override
    public SpiDevice spi(int chipSelect) {
        Opened<Spi> spi = new Opened<>(() -> pi4j.create(Spi.newConfigBuilder(pi4j).id("spi-" + chipSelect).bus(0)
                .address(chipSelect).mode(SpiMode.MODE_1).baud(SPI_HERTZ).build()));
        return sent -> {
            byte[] received = new byte[sent.length];
            try {
                spi.get().transfer(sent, received);
            } catch (RuntimeException e) { // Pi4J throws its own; each means that nothing was transferred
                throw BusException.notAnswering("SPI chip " + chipSelect + " (" + e.getMessage() + ")");
            }
            return received;
        };
    }

    @Override
    public DigitalInput input(int bcm) {
        var pin = pi4j.create(com.pi4j.io.gpio.digital.DigitalInput.newConfigBuilder(pi4j).id("in-" + bcm).address(bcm)
                .pull(PullResistance.PULL_UP).debounce(Duration.ZERO.toNanos()).build());
        return new DigitalInput() {
            @Override
            public boolean isHigh() {
                return pin.isHigh();
            }

            @Override
            public void listen(Listener listener) {
                pin.addListener(event -> listener.changed(event.state().isHigh(), System.nanoTime()));
            }
        };
    }

    @Override
    public DigitalOutput output(int bcm) {
        Opened<com.pi4j.io.gpio.digital.DigitalOutput> pin = new Opened<>(() -> pi4j.create(
                com.pi4j.io.gpio.digital.DigitalOutput.newConfigBuilder(pi4j).id("out-" + bcm).address(bcm)
                        .initial(DigitalState.LOW).shutdown(DigitalState.LOW).build()));
        pin.tryNow();
        return high -> pin.get().state(high ? DigitalState.HIGH : DigitalState.LOW);
    }

    @Override
    public Pwm pwm(int channel) {
        Opened<com.pi4j.io.pwm.Pwm> pin = new Opened<>(() -> pi4j.create(com.pi4j.io.pwm.Pwm.newConfigBuilder(pi4j)
                .id("pwm-" + channel).address(channel).pwmType(PwmType.HARDWARE).initial(0).shutdown(0).build()));
        return hertz -> {
            if (hertz == 0) {
                pin.get().off();
            } else {
                pin.get().on(HALF, hertz);
            }
        };
    }

    /** Opened at the first use, and tried again at the next if that failed. */
    private static final class Opened<T> {

        private final Supplier<T> opening;
        private @Nullable T open;

        Opened(Supplier<T> opening) {
            this.opening = opening;
        }

        /** What fails now is told when it is used. */
        void tryNow() {
            try {
                get();
            } catch (RuntimeException _) {
                // The library's own, and it will be thrown again.
            }
        }

        synchronized T get() {
            T known = open;
            if (known == null) {
                known = opening.get();
                open = known;
            }
            return known;
        }
    }

    @Override
    public void close() {
        pi4j.shutdown();
    }
}
