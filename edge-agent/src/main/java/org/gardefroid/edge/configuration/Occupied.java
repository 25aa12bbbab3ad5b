package org.gardefroid.edge.configuration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which pins, addresses and lines are taken, and by which setting: none serves two. */
final class Occupied {

    private final Settings settings;
    private final Map<String, String> takenBy = new HashMap<>();

    private Occupied(Settings settings) {
        this.settings = settings;
    }

    static void check(Settings settings, Wiring wiring, Signals signals) {
        Occupied taken = new Occupied(settings);
        wiring.probes().forEach((probe, driver) -> taken.probe("probe." + probe, driver));
        wiring.doors().forEach((door, contact) -> taken.contact("door." + door, contact));
        wiring.buttons().forEach(button -> taken.contact("button." + button.name(), button.contact()));
        signals.answer().ifPresent(contact -> taken.contact("button.answer", contact));
        signals.quiet().ifPresent(contact -> taken.contact("button.quiet", contact));
        wiring.power().ifPresent(sense -> {
            if (sense instanceof Wired.Battery battery) {
                taken.chip("power", battery.address());
            }
        });
        wiring.orientation().ifPresent(sense -> {
            if (sense instanceof Wired.Chip(int address)) {
                taken.chip("orientation", address);
            }
        });
        signals.display().ifPresent(address -> taken.chip("display", address));
        signals.buzzer().ifPresent(channel -> taken.pins("buzzer", 18 + channel));
        signals.light().ifPresent(light -> taken.pins("light", light.red(), light.green()));
        signals.relay().ifPresent(pin -> taken.pins("relay", pin));
    }

    private void probe(String key, ProbeDriver driver) {
        switch (driver) {
            case ProbeDriver.Ds18b20 thermometer -> {
                take(key, thermometer.device());
                share("the 1-Wire line", 4);
            }
            case ProbeDriver.Sht4x chip -> chip(key, chip.address());
            case ProbeDriver.Tmp117 chip -> chip(key, chip.address());
            case ProbeDriver.Max31865 chip -> {
                take(key, "SPI chip select " + chip.chipSelect());
                share("the SPI bus", 7, 8, 9, 10, 11);
            }
            case ProbeDriver.Simulated _,ProbeDriver.Replayed _ -> {
            }
        }
    }

    private void contact(String key, Wired.Contact contact) {
        if (contact instanceof Wired.Pin(int bcm)) {
            pins(key, bcm);
        }
    }

    private void chip(String key, int address) {
        take(key, String.format(Locale.ROOT, "address 0x%02x", address));
        share("the I2C bus", 2, 3);
    }

    private void pins(String key, int... bcm) {
        for (int pin : bcm) {
            take(key, "BCM " + pin);
        }
    }

    private void share(String bus, int... bcm) {
        for (int pin : bcm) {
            if (!bus.equals(takenBy.get("BCM " + pin))) {
                take(bus, "BCM " + pin);
            }
        }
    }

    private void take(String key, String what) {
        String before = takenBy.putIfAbsent(what, key);
        if (before != null) {
            settings.problem(key + ": " + what + " is taken by " + before + " already");
        }
    }
}
