package org.gardefroid.edge;

import java.util.Optional;
import java.util.function.Supplier;
import org.gardefroid.edge.configuration.ProbeDriver;
import org.gardefroid.edge.configuration.Signals;
import org.gardefroid.edge.configuration.Wired;
import org.gardefroid.hardware.Buzzer;
import org.gardefroid.hardware.DoorContact;
import org.gardefroid.hardware.PowerSense;
import org.gardefroid.hardware.PushButton;
import org.gardefroid.hardware.StatusLight;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.TextDisplay;
import org.gardefroid.hardware.VialOrientation;
import org.gardefroid.hardware.contact.Button;
import org.gardefroid.hardware.contact.ReedSwitch;
import org.gardefroid.hardware.ina219.Ina219;
import org.gardefroid.hardware.lis3dh.Lis3dh;
import org.gardefroid.hardware.max31865.Max31865;
import org.gardefroid.hardware.port.Board;
import org.gardefroid.hardware.port.I2cBus;
import org.gardefroid.hardware.port.Pause;
import org.gardefroid.hardware.sht4x.Sht4x;
import org.gardefroid.hardware.signal.AlarmRelay;
import org.gardefroid.hardware.signal.PiezoBuzzer;
import org.gardefroid.hardware.signal.TricolourLight;
import org.gardefroid.hardware.ssd1306.Ssd1306;
import org.gardefroid.hardware.ssd1306.TextScreen;
import org.gardefroid.hardware.tmp117.Tmp117;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hangs on the board's own pins and buses. A box that has nothing there never opens it. */
final class Pins {

    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);

    private static final int HEADER_BUS = 1;
    /** On most boards with an INA219. */
    private static final int SHUNT_MILLI_OHMS = 100;

    private final Supplier<Board> opening;
    private @Nullable Board board;
    private @Nullable I2cBus bus;

    Pins(Supplier<Board> opening) {
        this.opening = opening;
    }

    private Board board() {
        Board open = board;
        if (open == null) {
            open = opening.get();
            board = open;
        }
        return open;
    }

    /** One for all chips: it makes their transfers wait for each other. */
    private I2cBus bus() {
        I2cBus open = bus;
        if (open == null) {
            open = board().i2c(HEADER_BUS);
            bus = open;
        }
        return open;
    }

    TemperatureProbe probe(ProbeDriver.Sht4x chip) {
        return new Sht4x(bus().device(chip.address()), Pause.REAL);
    }

    TemperatureProbe probe(ProbeDriver.Tmp117 chip) {
        return new Tmp117(bus().device(chip.address()));
    }

    TemperatureProbe probe(ProbeDriver.Max31865 chip) {
        return new Max31865(board().spi(chip.chipSelect()), Pause.REAL, chip.referenceOhms(), chip.wires());
    }

    DoorContact door(int bcm) {
        Tried<DoorContact> contact = new Tried<>(() -> new ReedSwitch(board().input(bcm), System::nanoTime));
        return () -> contact.now().map(DoorContact::isOpen).orElse(true); // as a wire that is cut
    }

    PushButton button(int bcm) {
        Tried<PushButton> button = new Tried<>(() -> new Button(board().input(bcm), System::nanoTime));
        return () -> button.now().map(PushButton::pressesSinceLastAsked).orElse(0);
    }

    /** A pin that cannot be opened stops nothing: it is tried again when it is asked, and told once. */
    private static final class Tried<T> {

        private final Supplier<T> opening;
        private Optional<T> open = Optional.empty();
        private boolean isTold;

        Tried(Supplier<T> opening) {
            this.opening = opening;
            now();
        }

        Optional<T> now() {
            if (open.isEmpty()) {
                try {
                    open = Optional.of(opening.get());
                } catch (RuntimeException e) { // the library's own
                    if (!isTold) {
                        isTold = true;
                        LOG.error("pin not opened reason=\"{}\"", e.getMessage());
                    }
                }
            }
            return open;
        }
    }

    PowerSense power(Wired.Battery battery) {
        return new Ina219(bus().device(battery.address()), SHUNT_MILLI_OHMS, battery.milliAmpereHours());
    }

    VialOrientation orientation(int address) {
        return new Lis3dh(bus().device(address));
    }

    StatusLight light(Signals.Light light) {
        return new TricolourLight(board().output(light.red()), board().output(light.green()));
    }

    Buzzer buzzer(int channel) {
        return new PiezoBuzzer(board().pwm(channel));
    }

    TextDisplay display(int address) {
        return new TextScreen(new Ssd1306(bus().device(address)));
    }

    AlarmRelay relay(int bcm) {
        return new AlarmRelay(board().output(bcm));
    }

    void close() {
        Board open = board;
        if (open != null) {
            open.close();
        }
    }
}
