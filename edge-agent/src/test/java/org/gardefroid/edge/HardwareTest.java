package org.gardefroid.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.Severity;
import org.gardefroid.edge.box.States;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.configuration.AgentConfiguration;
import org.gardefroid.edge.configuration.ConfigurationException;
import org.gardefroid.edge.face.Face;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.sampling.Sampler;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.edge.sampling.Watch;
import org.gardefroid.hardware.VialRefused;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the agent's file through the drivers to what is recorded, on a board that is not there. */
class HardwareTest {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Map<Integer, String> TMP117_AT_5_DEGREES = Map.of(0x0F, "0117", 0x00, "0280");
    private static final Map<Integer, String> BATTERY_GIVES_A_THIRD_OF_AN_AMPERE = Map.of(0, "399f", 1, "0ce4", 2,
            "1f40");
    private static final Map<Integer, String> BATTERY_IS_CHARGED = Map.of(0, "399f", 1, "fce4", 2, "1f40");
    private static final Map<Integer, String> STANDS_UPRIGHT = Map.of(0x0F, "33", 0x20, "57", 0xA8, "00000000401f",
            0x31, "00");
    private static final Map<Integer, String> LIES_ON_ITS_SIDE = Map.of(0x0F, "33", 0x20, "57", 0xA8, "401f00000000",
            0x31, "00");

    private final SimulatedBoard board = new SimulatedBoard();
    private long second;

    @TempDir
    private Path folder;

    @Test
    void aBoxThatIsSimulatedNeverOpensTheBoard() throws Exception {
        cycle(sampler("probe.p = simulated box product", "simulated.box = coolbox 2.5", "door.lid = simulated box",
                "button.answer = simulated box"));

        assertThat(board.isOpened()).isFalse();
    }

    @Test
    void aChipThatIsPulledOutIsAFaultAtOnceAndAtWorkAgainWhenItIsBack() throws Exception {
        board.chip(0x48, TMP117_AT_5_DEGREES);
        Sampler sampler = sampler("probe.p = tmp117 0x48 product");

        cycle(sampler);
        assertThat(said(sampler)).isEqualTo(new Temperature(5_000));
        board.pull(0x48);
        cycle(sampler);
        assertThat(said(sampler)).isEqualTo(ProbeFault.DISCONNECTED);
        board.chip(0x48, TMP117_AT_5_DEGREES);
        cycle(sampler);
        assertThat(said(sampler)).isEqualTo(new Temperature(5_000));
    }

    @Test
    void whatACertificateSaysAProbeReadsTooMuchIsTakenOffBeforeItIsRecorded() throws Exception {
        board.chip(0x48, TMP117_AT_5_DEGREES);
        Sampler sampler = sampler("probe.p = tmp117 0x48 product",
                "calibration.p = offset 0.12 uncertainty 0.10 until 2027-03-01 certificate 2026-0417");

        assertThat(cycle(sampler)).contains(new Measured(new ProbeId("p"), new Temperature(4_880)));
        board.pull(0x48);
        cycle(sampler);
        assertThat(said(sampler)).isEqualTo(ProbeFault.DISCONNECTED);
    }

    @Test
    void aPt100WithoutItsChipIsAFault() throws Exception {
        Sampler sampler = sampler("probe.p = max31865 0 product wires 3 reference 400");
        cycle(sampler);

        assertThat(said(sampler)).isInstanceOf(ProbeFault.class);
    }

    @Test
    void aLidThatOpensIsToldOnceItsBouncingIsOver() throws Exception {
        board.move(17, false, 0);
        Sampler sampler = sampler("probe.p = tmp117 0x48 air", "door.lid = reed 17");
        cycle(sampler);
        board.move(17, true, System.nanoTime());

        await().atMost(Duration.ofSeconds(10))
                .until(() -> cycle(sampler).contains(new Event.DoorMoved(new DoorId("lid"), true)));
    }

    @Test
    void aPinThatSomebodyElseHasIsAnOpenLidAndStopsNothing() throws Exception {
        board.move(17, false, 0);
        board.occupy(17, true);
        Sampler sampler = sampler("probe.p = tmp117 0x48 air", "door.lid = reed 17");

        assertThat(cycle(sampler)).contains(new Event.DoorMoved(new DoorId("lid"), true));
        board.occupy(17, false);
        assertThat(cycle(sampler)).contains(new Event.DoorMoved(new DoorId("lid"), false));
    }

    @Test
    void aPressOfTheDoseButtonIsAVial() throws Exception {
        Sampler sampler = sampler("probe.p = tmp117 0x48 air", "button.dose = gpio 27 priorix reconstituted");
        cycle(sampler);
        board.move(27, false, System.nanoTime());

        await().atMost(Duration.ofSeconds(10))
                .until(() -> cycle(sampler).stream().anyMatch(Event.VialHandled.class::isInstance));
    }

    @Test
    void whatTheBatteryGivesAndHowTheBoxStandsIsTold() throws Exception {
        board.chip(0x40, BATTERY_IS_CHARGED).chip(0x19, STANDS_UPRIGHT);
        Sampler sampler = sampler("probe.p = tmp117 0x48 air", "power = ina219 0x40", "orientation = lis3dh 0x19");
        assertThat(cycle(sampler)).contains(new Event.PowerChanged(true), new Event.VialsTurned(true));
        board.chip(0x40, BATTERY_GIVES_A_THIRD_OF_AN_AMPERE).chip(0x19, LIES_ON_ITS_SIDE);

        assertThat(cycle(sampler)).contains(new Event.PowerChanged(false), new Event.VialsTurned(false));
    }

    @Test
    void aSenseThatIsPulledOutIsNamedWithItsFaultAndSaysNothingOfNow() throws Exception {
        board.chip(0x40, BATTERY_IS_CHARGED);
        Sampler sampler = sampler("probe.p = tmp117 0x48 air", "power = ina219 0x40", "orientation = lis3dh 0x19");
        assertThat(cycle(sampler)).doesNotContain(new Event.VialsTurned(true));
        board.pull(0x40);
        cycle(sampler);

        Seen seen = sampler.seen();
        assertThat(seen.faults()).containsOnly(Map.entry("power", ProbeFault.DISCONNECTED),
                Map.entry("orientation", ProbeFault.DISCONNECTED));
        assertThat(seen.mains()).isEmpty();
        board.chip(0x40, BATTERY_IS_CHARGED);
        cycle(sampler);
        assertThat(sampler.seen().mains()).contains(true);
    }

    @Test
    void theRelayHoldsAndTheGreenLampShinesWhileAllIsWellAndBothFallAtTheEnd() throws Exception {
        Face face = face("probe.p = tmp117 0x48 air", "light = gpio 23 24", "relay = gpio 25");
        face.turn(States.quiet().state(), Optional::empty);
        assertThat(List.of(board.isHigh(23), board.isHigh(24), board.isHigh(25))).containsExactly(false, true, true);
        face.turn(States.quiet().tooWarm(Severity.CRITICAL).state(), Optional::empty);
        assertThat(List.of(board.isHigh(23), board.isHigh(24), board.isHigh(25))).containsExactly(true, false, false);
        face.turn(States.quiet().state(), Optional::empty);
        face.off();
        assertThat(List.of(board.isHigh(23), board.isHigh(24), board.isHigh(25))).containsExactly(false, false, false);
    }

    @Test
    void theBuzzerSoundsAtAnExcursionAndADisplayThatIsNotThereIsNamed() throws Exception {
        Face face = face("probe.p = tmp117 0x48 air", "buzzer = pwm 0", "display = ssd1306 0x3c");
        face.turn(States.quiet().tooWarm(Severity.CRITICAL).state(), Optional::empty);

        await().until(() -> board.tones().contains(2_700));
        await().until(() -> {
            face.turn(States.quiet().state(), Optional::empty);
            return face.faults().equals(Map.of("display", ProbeFault.DISCONNECTED));
        });
        board.chip(0x3c, Map.of());
        await().until(() -> {
            face.turn(States.quiet().state(), Optional::empty);
            return face.faults().isEmpty();
        });
    }

    @Test
    void aScannersCodeThatNoBriefKnowsIsRefusedAtOnceAndAScannerThatIsNotThereIsNamed() throws Exception {
        Path device = folder.resolve("scanner");
        Sampler sampler = sampler("probe.p = tmp117 0x48 air", "vials = scanner " + device);
        cycle(sampler);
        assertThat(sampler.seen().faults()).containsEntry("vials", ProbeFault.DISCONNECTED);
        Files.write(device, keys(11, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 2, 3, 4, 2, 28)); // 01, then 12345678901231
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            cycle(sampler);
            return sampler.seen().refused().isPresent();
        });
        assertThat(sampler.seen().refused().orElseThrow().what())
                .isEqualTo(new VialRefused(VialRefused.Reason.UNKNOWN_PRODUCT, "12345678901231"));
    }

    /** Each pressed, as the kernel writes it. */
    private static byte[] keys(int... codes) {
        ByteBuffer events = ByteBuffer.allocate(24 * codes.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < codes.length; i++) {
            events.putShort(24 * i + 16, (short) 1).putShort(24 * i + 18, (short) codes[i]).putInt(24 * i + 20, 1);
        }
        return events.array();
    }

    private Face face(String... wiring) throws IOException, ConfigurationException {
        AgentConfiguration configuration = configuration(wiring);
        return new Face(new Hardware(configuration.simulation(), InstantSource.fixed(START), START, board::open)
                .front(configuration.wiring().signals()), Texts.in(Locale.FRENCH, Texts.USUAL_ZONE));
    }

    private Measurement said(Sampler sampler) {
        return Objects.requireNonNull(sampler.seen().probes().get(new ProbeId("p"))).said();
    }

    private List<Observation> cycle(Sampler sampler) {
        return sampler.cycle(new Moment(new BootId("b"), 1_000 * second++, Optional.of(START.plusSeconds(second))))
                .stream().map(sampled -> sampled.observation()).toList();
    }

    private AgentConfiguration configuration(String... wiring) throws IOException, ConfigurationException {
        Path file = Files.writeString(folder.resolve("agent.properties"), """
                device = box-7
                broker = broker.example:8883
                certificate = a
                key = b
                authority = c
                folder = data
                """ + String.join("\n", wiring));
        return AgentConfiguration.read(file);
    }

    private Sampler sampler(String... wiring) throws IOException, ConfigurationException {
        AgentConfiguration configuration = configuration(wiring);
        Hardware hardware = new Hardware(configuration.simulation(), InstantSource.fixed(START), START, board::open);
        return new Sampler(hardware.station(configuration, Optional.empty(), new JournalId("a".repeat(32)),
                new Hardware.Scanned(Optional::empty, Texts.USUAL_ZONE, _ -> {}, Set.of())),
                List.of(), probe -> new Watch(configuration.wiring().driver(probe).purpose(), Duration.ofMinutes(1),
                        Temperature.ofCelsius(2), Temperature.ofCelsius(8)));
    }
}
