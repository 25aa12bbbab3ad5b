package org.gardefroid.edge.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The examples that come with the package, and what a technician may get wrong. */
class WiredExamplesTest {

    private static final Pattern ADDRESS = Pattern.compile("0x([0-9A-Fa-f]{2})");
    /** The kernel's own, as its overlay says. */
    private static final Set<String> CLOCK = Set.of("68");

    @ParameterizedTest
    @ValueSource(strings = {"glaciere", "refrigerateur"})
    void theExampleNamesThePinsOfTheDrawing(String build) throws Exception {
        Wiring wiring = example(build).wiring();
        Signals signals = wiring.signals();
        Map<String, Integer> configured = new HashMap<>();
        configured.put(build.equals("glaciere") ? "LID" : "DOOR",
                pin(wiring.doors().values().iterator().next()));
        wiring.buttons().forEach(button -> configured.put("DOSE", pin(button.contact())));
        signals.answer().ifPresent(contact -> configured.put("ACK", pin(contact)));
        signals.light().ifPresent(light -> {
            configured.put("RED", light.red());
            configured.put("GREEN", light.green());
        });
        signals.buzzer().ifPresent(channel -> configured.put("BEEP", 18 + channel));
        signals.relay().ifPresent(relay -> configured.put("RELAY", relay));

        Set<String> ofTheBuses = Set.of("SDA", "SCL", "W1", "MOSI", "MISO", "SCLK", "CE0");
        Map<String, Integer> drawn = drawing(build).lines().filter(line -> line.startsWith("net | "))
                .map(line -> line.split(" \\| ")).filter(net -> !ofTheBuses.contains(net[1]))
                .collect(Collectors.toMap(net -> net[1], net -> Integer.parseInt(net[3].substring(4))));
        assertThat(configured).isEqualTo(drawn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glaciere", "refrigerateur"})
    void theExampleNamesEachChipOfTheDrawingByItsAddress(String build) throws IOException {
        Set<String> named = addresses(Files.readString(file(build)));
        named.addAll(CLOCK);

        assertThat(named).isEqualTo(addresses(drawing(build)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"glaciere", "refrigerateur"})
    void theExampleServesThePageAtThePortThatTheManualsNameWithAPlanInBothLanguages(String build) throws Exception {
        BoxSettings box = example(build).box();
        assertThat(box.page().orElseThrow().getPort()).isEqualTo(8088);
        assertThat(box.plan().french().orElseThrow()).contains("réfrigérateur", "Appeler la pharmacie");
        assertThat(box.plan().english()).isPresent();
        assertThat(box.plan().numbers()).hasSize(2);
    }

    @Test
    void aPinAnAddressAndAChannelServeOneThingAlone() {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> read(Map.of("light", "gpio 23 17",
                "door.lid", "reed 17", "relay", "gpio 2", "power", "ina219 0x48", "probe.p", "tmp117 0x48 product",
                "buzzer", "pwm 0", "button.answer", "gpio 18"))).withMessageContainingAll(
                        "light: BCM 17 is taken by door.lid already", "the I2C bus",
                        "power: address 0x48 is taken by probe.p already",
                        "buzzer: BCM 18 is taken by button.answer already");
    }

    @Test
    void whatAPinAnAddressAndAChannelMayBeIsToldWithWhatWasWritten() {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> read(Map.of("probe.a",
                "sht4x 0x40 air", "probe.b", "tmp117 72 air", "probe.c", "max31865 2 product", "probe.d",
                "max31865 0 product wires 5", "door.lid", "reed 40", "orientation", "lis3dh 0x20", "display",
                "ssd1306 0x3e", "buzzer", "pwm 4", "light", "gpio 23", "vials",
                "scanner hidraw0")))
                .withMessageContainingAll("probe.a = sht4x 0x40 air: the address of a sht4x is 0x44 to 0x46: 0x40",
                        "the address of a tmp117 is 0x48 to 0x4b: 72", "a chip select is 0 to 1: 2",
                        "the number of wires is 2 to 4: 5", "door.lid = reed 40: BCM is 2 to 27: 40",
                        "the address of a lis3dh is 0x18 to 0x19: 0x20",
                        "the address of a ssd1306 is 0x3c to 0x3d: 0x3e", "a PWM channel is 0 to 1: 4",
                        "a light is: gpio <BCM of red> <BCM of green>", "scanner /dev/input/by-id/…");
    }

    @Test
    void aCalibrationNamesAProbeAnOffsetAnUncertaintyADayAndACertificate() {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> read(Map.of("probe.p",
                "tmp117 0x48 product", "calibration.q",
                "offset 0.1 uncertainty 0.1 until 2027-03-01 certificate a", "calibration.p", "offset 0.1")))
                .withMessageContainingAll("no probe.q is wired",
                        "calibration.p = offset 0.1: a calibration is written");
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> read(Map.of("probe.p",
                "tmp117 0x48 product", "calibration.p",
                "offset 6 uncertainty 0.1 until 2027-03-01 certificate a"))).withMessageContaining("at most 5 °C: 6");
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> read(Map.of("probe.p",
                "tmp117 0x48 product", "calibration.p",
                "offset 0.1 uncertainty 0.1 until 01/03/2027 certificate a")))
                .withMessageContaining("a day is written 2027-03-01: 01/03/2027");
    }

    private static AgentConfiguration example(String build) throws ConfigurationException {
        Map<String, String> values = new HashMap<>(
                Map.of("broker", "broker.example:8883", "certificate", "a", "key", "b", "authority", "c"));
        values.putAll(AgentConfiguration.values(file(build))); // the rest is what enrolment leaves
        return AgentConfiguration.of(values, file(build));
    }

    private static Path file(String build) {
        return Path.of("src/deb/files/examples", build + ".properties");
    }

    private static String drawing(String build) throws IOException {
        return Files.readString(Path.of("../hardware/cablage", build + ".txt"));
    }

    private static Set<String> addresses(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).toLowerCase(java.util.Locale.ROOT));
        }
        return found;
    }

    private static int pin(Wired.Contact contact) {
        return Optional.of(contact).map(Wired.Pin.class::cast).orElseThrow().bcm();
    }

    private static void read(Map<String, String> wired) throws ConfigurationException {
        Map<String, String> values = new HashMap<>(Map.of("device", "box-7", "broker", "broker.example:8883",
                "certificate", "a", "key", "b", "authority", "c", "folder", "data"));
        values.putAll(wired);
        AgentConfiguration.of(values, Path.of("/etc/gardefroid/agent.properties"));
    }
}
