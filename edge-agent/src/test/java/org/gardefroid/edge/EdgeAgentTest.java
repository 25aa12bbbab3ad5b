package org.gardefroid.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Broker;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The program itself, as a process, with a real broker between it and the other end. */
class EdgeAgentTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** What the agents' own clocks go by: a simulated time is anchored in it. */
    private final InstantSource machine = InstantSource.tick(InstantSource.system(), Duration.ofMillis(1));

    private final Broker broker = Testbed.shared().broker();

    @TempDir
    private Path folder;

    private AgentPrograms agents;
    private ServicePeer service;

    @BeforeEach
    void connectService() throws Exception {
        agents = new AgentPrograms(folder, broker);
        service = ServicePeer.over(broker);
    }

    @AfterEach
    void stopAll() throws Exception {
        agents.close();
        service.close();
    }

    @Test
    void aDayOfAFridgeArrivesWhole() throws IOException {
        Path scenario = Files.writeString(folder.resolve("fridge.scenario"), """
                at 30m for 5m door open
                at 50m        vial v-17 priorix reconstituted
                at 55m        button pressed
                """);
        Path config = agents.configuration("""
                probe.fridge-product = simulated fridge product
                probe.fridge-air = simulated fridge air
                door.fridge-door = simulated fridge
                vials = simulated fridge
                button.dose = simulated fridge priorix reconstituted
                power = simulated fridge
                simulated.fridge = refrigerator
                scenario.fridge = %s
                simulation.seed = 7
                """.formatted(scenario));
        Instant anchor = machine.instant();
        ChildProcess agent = agents.start(config, "--ledger", folder.resolve("ledger"),
                "--simulated-time", "start=" + anchor.minus(Duration.ofMinutes(70)) + ",rate=1200,anchor=" + anchor);

        await().atMost(SOON).until(() -> service.records().stream().anyMatch(
                record -> record.observation() instanceof Event.VialHandled handled
                        && handled.vial().value().startsWith("dose-")));
        agent.stop();

        List<JournalRecord> records = service.records();
        assertThat(records.getFirst().observation()).isInstanceOf(Event.AgentStarted.class);
        assertThat(records).filteredOn(record -> record.observation() instanceof Event.DoorMoved)
                .extracting(record -> record.monotonicMillis() / 60_000,
                        record -> ((Event.DoorMoved) record.observation()).open())
                .contains(Tuple.tuple(30L, true),
                        Tuple.tuple(35L, false));
        assertThat(records).filteredOn(record -> record.observation() instanceof Event.VialHandled).hasSize(2);
        assertThatTheyAreChained(service.batches());
        assertThat(committedLedger()).containsExactlyInAnyOrderElementsOf(storedReadings());
    }

    @Test
    void aFileThatIsReplayedArrivesWholeAndTheAgentEnds() throws IOException {
        Files.writeString(folder.resolve("logger.csv"), """
                time,device,celsius
                2024-07-25T08:28:19.384086858Z,a,7.3
                2024-07-25T08:30:40.461795695Z,a,
                2024-07-25T09:04:46.012876964Z,a,8.2
                2024-07-25T09:10:57.261414298Z,a,-0.5
                """);
        Path config = agents.configuration("""
                probe.logger = replay
                replay.file = logger.csv
                replay.time-column = time
                replay.value-column = celsius
                record.every = 0s
                """);

        ChildProcess agent = agents.start(config, "--until-delivered");

        assertThat(agent.awaitExit(SOON)).isZero();
        assertThat(agent.lines()).anyMatch(line -> line.startsWith("{\"device\":\"box-7\",\"measurements\":3,"));
        assertThat(service.records()).extracting(JournalRecord::observation).filteredOn(Measured.class::isInstance)
                .extracting(observation -> ((Measured) observation).measurement())
                .containsExactly(new Temperature(7_300), new Temperature(8_200), new Temperature(-500));
    }

    @Test
    void aThermometerOfTheMachineIsReadAndPulledOutIsAFault() throws Exception {
        Path probe = Files.createDirectories(folder.resolve("w1/28-0416a1b2c3d4")).resolve("temperature");
        Files.writeString(probe, "4687\n");
        ChildProcess agent = agents.start(agents.configuration("""
                probe.box-product = ds18b20 28-0416a1b2c3d4 product
                w1.root = %s
                record.every = 0s
                """.formatted(folder.resolve("w1"))));
        await().atMost(SOON).until(() -> measurements().contains(new Temperature(4_687)));
        Files.delete(probe);
        await().atMost(SOON).until(() -> measurements().contains(ProbeFault.DISCONNECTED));
        agent.stop();
    }

    private List<Measurement> measurements() {
        return service.records().stream().map(JournalRecord::observation).filter(Measured.class::isInstance)
                .map(observation -> ((Measured) observation).measurement()).toList();
    }

    @Test
    void killedAtAnyInstantItDeliversTheRestAtItsNextStart() throws Exception {
        Path config = agents.configuration("""
                probe.box-product = simulated box product
                simulated.box = coolbox 2
                record.every = 30s
                sample.every = 10s
                """);
        Instant anchor = machine.instant();
        String time = "start=" + anchor.minus(Duration.ofDays(1)) + ",rate=3000,anchor=" + anchor;
        service.beSilent(true);
        for (int kill = 0; kill < 3; kill++) {
            ChildProcess agent = agents.start(config, "--ledger", folder.resolve("ledger"), "--simulated-time", time);
            int before = committedLedger().size();
            await().atMost(SOON).until(() -> committedLedger().size() > before + 50);
            agent.kill9();
        }
        service.beSilent(false);
        List<String> promised = committedLedger();
        ChildProcess last = agents.start(config);

        await().atMost(SOON).untilAsserted(() -> assertThat(storedReadings()).containsAll(promised));
        last.stop();
        assertThat(promised).hasSizeGreaterThan(150);
        assertThat(storedReadings()).doesNotHaveDuplicates();
        assertThat(byJournal()).hasSize(4);
    }

    @Test
    void toldToStopItDeliversWhatIsLeftAndEnds() throws IOException {
        Path config = agents.configuration("probe.box-product = simulated box product\nsimulated.box = coolbox 2\n");
        ChildProcess agent = agents.start(config, "--until-delivered", "--ledger", folder.resolve("ledger"));
        await().atMost(SOON).until(() -> !committedLedger().isEmpty());
        agent.stop();

        assertThat(storedReadings()).containsExactlyInAnyOrderElementsOf(committedLedger());
        assertThat(agent.lines()).anyMatch(line -> line.startsWith("{\"device\":\"box-7\""));
    }

    @Test
    void worksByTheBriefThatItFindsAndNamesItInEachBatch() throws IOException {
        byte[] brief = BriefCodec.encode(new Brief(Duration.ofSeconds(2), List.of(new Brief.Equipment(
                new EquipmentId("box"),
                List.of(new Brief.PlacedProbe(new ProbeId("box-product"), ProbePurpose.PRODUCT)),
                List.of(), "cool-box-2-8", Temperature.ofCelsius(2), Temperature.ofCelsius(8)))));
        service.send(new Topic.DownBrief(0, new DeviceId("box-7")), brief, true);
        ChildProcess agent = agents.start(agents.configuration("""
                probe.box-product = simulated box product
                simulated.box = coolbox 2
                record.every = 1h
                """));

        await().atMost(SOON).until(() -> service.batches().stream().filter(
                batch -> batch.brief().equals(Optional.of(Sha256.of(brief)))).count() >= 3);
        agent.stop();
        service.send(new Topic.DownBrief(0, new DeviceId("box-7")), new byte[0], true);
        assertThat(service.records()).extracting(JournalRecord::observation)
                .contains(new Event.BriefAdopted(Sha256.of(brief)));
        assertThat(agent.lines()).anyMatch(line -> line.contains("box light=good lumiere=\"bon\""));
    }

    @Test
    void aDoseClockThatRanBeforeARestartRunsAfterIt() throws IOException {
        byte[] brief = BriefCodec.encode(new Brief(Duration.ofSeconds(2), List.of(new Brief.Equipment(
                new EquipmentId("fridge"),
                List.of(new Brief.PlacedProbe(new ProbeId("fridge-product"), ProbePurpose.PRODUCT)), List.of(),
                "fridge-2-8", Temperature.ofCelsius(2), Temperature.ofCelsius(8)))));
        service.send(new Topic.DownBrief(0, new DeviceId("box-7")), brief, true);
        Path config = agents.configuration("""
                probe.fridge-product = simulated fridge product
                vials = simulated fridge
                simulated.fridge = refrigerator
                scenario.fridge = %s
                """.formatted(Files.writeString(folder.resolve("s"), "at 1m vial v-17 priorix reconstituted\n")));
        Instant now = machine.instant();
        String time = "start=" + now.minus(Duration.ofMinutes(5)) + ",rate=100,anchor=" + now;
        ChildProcess first = agents.start(config, "--simulated-time", time);
        first.awaitLine(line -> line.contains("box dose vial=v-17"), "the vial's verdict", SOON);
        first.stop();

        ChildProcess second = agents.start(agents.configuration("""
                probe.fridge-product = simulated fridge product
                simulated.fridge = refrigerator
                """));
        second.awaitLine(line -> line.contains("box dose vial=v-17"), "the vial's verdict", SOON);
        service.send(new Topic.DownBrief(0, new DeviceId("box-7")), new byte[0], true);
        assertThat(second.lines()).anyMatch(line -> line.contains("à isoler (no-profile)"));
    }

    @Test
    void whatARestoredServiceForgotIsSentAgainOnceItAsks() throws IOException {
        ChildProcess agent = agents.start(agents.configuration("""
                probe.box-product = simulated box product
                simulated.box = coolbox 2
                record.every = 1s
                """), "--ledger", folder.resolve("ledger"));
        await().atMost(SOON).until(() -> storedReadings().size() >= 3);
        List<String> before = storedReadings();
        service.forgetAll();

        await().atMost(SOON).pollInterval(Duration.ofSeconds(5)).untilAsserted(() -> {
            // A hello may be lost, as any message may; a service that restarts again says it again.
            service.send(new Topic.DownHello(0, new DeviceId("box-7")), new byte[0], false);
            assertThat(storedReadings()).containsAll(before);
        });
        agent.stop();
        assertThat(storedReadings()).doesNotHaveDuplicates();
    }

    @Test
    void aSecondAgentInTheSameFolderSaysWhyItDoesNotStart() throws IOException {
        Path config = agents.configuration("probe.box-product = simulated box product\nsimulated.box = coolbox 2\n");
        ChildProcess first = agents.start(config);
        first.awaitLine(line -> line.contains("agent started"), "a start", SOON);

        ChildProcess second = agents.start(config);

        assertThat(second.awaitExit(SOON)).isEqualTo(1);
        assertThat(second.lines()).anyMatch(line -> line.contains("another agent works in"));
    }

    @Test
    void aDamagedJournalIsSetAsideAndWhatIsLostInItIsTold() throws IOException {
        Path config = agents.configuration("""
                probe.box-product = simulated box product
                simulated.box = coolbox 2
                record.every = 30s
                sample.every = 10s
                """);
        Instant now = machine.instant();
        String time = "start=" + now.minus(Duration.ofDays(1)) + ",rate=3000,anchor=" + now;
        service.beSilent(true);
        ChildProcess first = agents.start(config, "--ledger", folder.resolve("ledger"), "--simulated-time", time);
        await().atMost(SOON).until(() -> committedLedger().size() > 300);
        first.stop();
        service.beSilent(false);
        try (FileChannel file = FileChannel.open(folder.resolve("data/journal.db"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[(int) file.size() - 7 * 4_096]), 7 * 4_096); // the batches
        }
        ChildProcess second = agents.start(config);

        await().atMost(SOON).untilAsserted(() -> assertThat(folder.resolve("data/memory-lost")).exists());
        await().atMost(SOON).untilAsserted(() -> assertThat(service.records()).extracting(JournalRecord::observation)
                .contains(new Event.JournalSetAside("journal.db.unsound-1"))
                .anyMatch(Event.BatchesDropped.class::isInstance));
        second.stop();
        assertThat(second.lines()).anyMatch(line -> line.contains("journal file set aside")
                && line.contains("journal.db.unsound-1"));
    }

    @Test
    void allThatIsWrongWithItsFileIsToldAtOnce() throws IOException {
        Path config = Files.writeString(folder.resolve("agent.properties"), "device = Box 7\nshard = -1\nspeed = 3\n");

        ChildProcess agent = agents.start(config);

        assertThat(agent.awaitExit(SOON)).isEqualTo(2);
        assertThat(String.join("\n", agent.lines())).contains("device = Box 7: ", "shard = -1: ", "broker is missing",
                "speed is not a setting");
    }

    private Map<String, Integer> byJournal() {
        Map<String, Integer> count = new TreeMap<>();
        service.batches().forEach(batch -> count.merge(batch.id().journal().value(), 1, Integer::sum));
        return count;
    }

    private static void assertThatTheyAreChained(List<Batch> batches) {
        Sha256 previous = Sha256.NONE;
        long number = 1;
        for (Batch batch : batches) {
            assertThat(batch.id().number()).isEqualTo(number++);
            assertThat(batch.previous()).isEqualTo(previous);
            previous = Sha256.of(BatchCodec.encode(batch));
        }
    }

    private List<String> storedReadings() {
        return LedgerLines.of(service.batches());
    }

    private List<String> committedLedger() {
        return LedgerLines.committed(folder.resolve("ledger"));
    }
}
