package org.gardefroid.hardware.ds18b20;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gardefroid.hardware.linux.SysfsOneWire;
import org.gardefroid.hardware.port.OneWire;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class Ds18b20BusTest {

    private static final String GOOD = "4b 00 4b 46 7f ff 05 10 dc : crc=dc YES\n4b 00 4b 46 7f ff 05 10 dc t=4687\n";

    @Test
    void everyThermometerOfTheTreeIsReadAndItsFaultIsItsOwn(@TempDir Path root) throws IOException {
        slave(root, "28-0000000000a1", GOOD);
        slave(root, "28-0000000000a2", GOOD.replace("dc", "dd"));
        slave(root, "28-0000000000a3", "");
        Files.createDirectories(root.resolve("28-0000000000a4"));
        Files.writeString(Files.createDirectories(root.resolve("28-0000000000a5")).resolve("temperature"), "4687\n");
        slave(root, "3b-0000000000a6", GOOD);
        slave(root, "26-0000000000a7", "a battery monitor\n");
        Path trigger = Files
                .createFile(Files.createDirectories(root.resolve("w1_bus_master1")).resolve("therm_bulk_read"));
        try (var bus = new Ds18b20Bus(new SysfsOneWire(root), Ds18b20Bus.PATIENCE)) {
            List<String> thermometers = bus.thermometers();
            assertThat(thermometers).hasSize(6).doesNotContain("26-0000000000a7");
            assertThat(bus.round(thermometers)).containsExactly(Map.entry("28-0000000000a1", new Temperature(4_687)),
                    Map.entry("28-0000000000a2", ProbeFault.CHECKSUM),
                    Map.entry("28-0000000000a3", ProbeFault.DISCONNECTED),
                    Map.entry("28-0000000000a4", ProbeFault.DISCONNECTED),
                    Map.entry("28-0000000000a5", new Temperature(4_687)),
                    Map.entry("3b-0000000000a6", new Temperature(4_687)));
        }
        assertThat(trigger).hasContent("trigger");
    }

    @Test
    void aProbeThatVanishesIsAFaultInTheNextRound(@TempDir Path root) throws IOException {
        slave(root, "28-0000000000a1", GOOD);
        try (var bus = new Ds18b20Bus(new SysfsOneWire(root), Ds18b20Bus.PATIENCE)) {
            assertThat(bus.round(List.of("28-0000000000a1"))).containsValue(new Temperature(4_687));
            Files.delete(root.resolve("28-0000000000a1/w1_slave"));
            Files.delete(root.resolve("28-0000000000a1"));
            assertThat(bus.round(List.of("28-0000000000a1"))).containsValue(ProbeFault.DISCONNECTED);
        }
    }

    @Test
    void aMachineWithoutALineHasNoProbeThatAnswers(@TempDir Path root) {
        var wire = new SysfsOneWire(root.resolve("w1"));
        assertThat(wire.isThere()).isFalse();
        try (var bus = new Ds18b20Bus(wire, Ds18b20Bus.PATIENCE)) {
            assertThat(bus.round(List.of("28-0000000000a1"))).containsValue(ProbeFault.DISCONNECTED);
        }
    }

    @Test
    void aReadThatHangsIsAFaultOfItsOwnProbeAndIsNotAskedAgainWhileItHangs() {
        var wire = new Wire();
        wire.hanging.put("28-b", new CountDownLatch(1));
        try (var bus = new Ds18b20Bus(wire, Duration.ofMillis(100))) {
            for (int round = 0; round < 3; round++) {
                assertThat(bus.round(List.of("28-a", "28-b", "28-c"))).containsExactly(
                        Map.entry("28-a", new Temperature(4_687)), Map.entry("28-b", ProbeFault.BUS_LOCKED),
                        Map.entry("28-c", new Temperature(4_687)));
            }
            assertThat(wire.asked).filteredOn("28-b"::equals).hasSize(1);
        }
    }

    @Test
    void aConversionThatHangsDoesNotKeepTheProbesFromBeingRead() {
        var wire = new Wire();
        wire.hanging.put("conversion", new CountDownLatch(1));
        try (var bus = new Ds18b20Bus(wire, Duration.ofMillis(100))) {
            assertThat(bus.round(List.of("28-a"))).containsValue(new Temperature(4_687));
            assertThat(bus.round(List.of("28-a"))).containsValue(new Temperature(4_687));
            assertThat(wire.asked).filteredOn("conversion"::equals).hasSize(1);
        }
    }

    private static void slave(Path root, String device, String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve(device)).resolve("w1_slave"), text);
    }

    /** Lines on which whatever is named hangs for ever. */
    private static final class Wire implements OneWire {

        private final Map<String, CountDownLatch> hanging = new HashMap<>();
        private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

        @Override
        public List<String> devices() {
            return List.of("28-a", "28-b", "28-c");
        }

        @Override
        public void convertAll() throws IOException {
            hang("conversion");
        }

        @Override
        public String read(String device) throws IOException {
            hang(device);
            return GOOD;
        }

        private void hang(String what) throws IOException {
            asked.add(what);
            try {
                hanging.getOrDefault(what, new CountDownLatch(0)).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
