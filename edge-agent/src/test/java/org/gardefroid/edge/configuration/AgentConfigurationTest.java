package org.gardefroid.edge.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.edge.clock.ClockTrust;
import org.gardefroid.edge.uplink.Way;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AgentConfigurationTest {

    private static final Map<String, String> WATCHING = Map.of("folder", "data", "probe.p", "simulated box product",
            "simulated.box", "coolbox 2");
    private static final Map<String, String> LEAST = Map.of("device", "box-7", "broker", "broker.example:8883",
            "certificate", "box-7.pem", "key", "box-7.key", "authority", "/etc/ca.pem", "folder", "data", "probe.p",
            "simulated box product", "simulated.box", "coolbox 2.5");

    @Test
    void everyDefaultIsADecision() throws ConfigurationException {
        AgentConfiguration configuration = read(Map.of());

        assertThat(configuration.shard()).isZero();
        assertThat(configuration.journalBytes()).isEqualTo(200L << 20);
        assertThat(configuration.sampleEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(configuration.recordEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.sealEvery()).isEqualTo(Duration.ZERO);
        assertThat(configuration.longestReconnect()).isEqualTo(Duration.ofSeconds(30));
        assertThat(configuration.clock()).isEqualTo(ClockTrust.ALWAYS);
        assertThat(configuration.replay()).isEmpty();
    }

    @Test
    void whatStandsThereTwiceOrIsNoUtf8IsRefusedForTheLastWouldCountAlone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("agent.properties"),
                "probe.a = ds18b20 28-000000000001\nprobe.b = x\nprobe.a = ds18b20 28-000000000002\n");
        assertThatThrownBy(() -> AgentConfiguration.read(file)).hasMessageContaining("probe.a")
                .hasMessageContaining("twice");
        Files.write(file, new byte[]{'p', 'l', 'a', 'n', '=', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> AgentConfiguration.read(file)).hasMessageContaining("UTF-8");
    }

    @Test
    void pathsCountFromTheFolderOfTheFile() throws ConfigurationException {
        AgentConfiguration configuration = read(Map.of());

        assertThat(configuration.folder()).isEqualTo(Path.of("/etc/gardefroid/data"));
        assertThat(configuration.broker()).isEqualTo(new AgentConfiguration.Broker(
                List.of(plain("broker.example", 8883)),
                Path.of("/etc/gardefroid/box-7.pem"), Path.of("/etc/gardefroid/box-7.key"), Path.of("/etc/ca.pem")));
    }

    @Test
    void namesWhatIsWired() throws ConfigurationException {
        AgentConfiguration configuration = read(Map.of("device", "relay-1", "record.every", "30s"));

        assertThat(configuration.device()).isEqualTo(new DeviceId("relay-1"));
        assertThat(configuration.wiring().driver(new ProbeId("p")))
                .isEqualTo(new ProbeDriver.Simulated("box", ProbePurpose.PRODUCT));
        assertThat(configuration.recordEvery()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aThermometerIsNamedAsItsLineDoesAndServesOneProbeAlone() throws ConfigurationException {
        AgentConfiguration configuration = read(Map.of("probe.air", "ds18b20 28-0416a1b2c3d4 air"));

        assertThat(configuration.wiring().driver(new ProbeId("air")))
                .isEqualTo(new ProbeDriver.Ds18b20("28-0416a1b2c3d4", ProbePurpose.AIR));
        assertThat(configuration.wiring().oneWire()).isEqualTo(Path.of("/sys/bus/w1/devices"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of("probe.a", "ds18b20 28-1 air", "probe.b", "ds18b20 28-1 product",
                        "probe.c", "ds18b20 ../28-2 air", "probe.d", "ds18b20 28-3 lid")))
                .withMessageContainingAll("probe.b: 28-1 is taken by probe.a already",
                        "a DS18B20 is named as `gardefroid probes` does, 28-…: ../28-2",
                        "product|air|ambient, or: replay");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of("device", "Box 7", "shard", "-1",
                        "broker", "nowhere", "record.every", "often", "probe.q", "replay", "door.d", "simulated cellar",
                        "speed", "3",
                        "journal.size", "", "scenario.cellar", "x")))
                .withMessageContainingAll("device = Box 7: ", "shard = -1: ", "broker = nowhere: ",
                        "record.every = often: a duration is written", "probe.q = replay: replay.file is missing",
                        "door.d: no equipment is simulated as cellar", "speed is not a setting",
                        "scenario.cellar: no equipment is simulated as cellar");
    }

    @Test
    void severalWaysToTheBrokerAreTriedInTheirOrder() throws ConfigurationException {
        AgentConfiguration configuration = read(Map.of("broker",
                "broker.example:8883, wss://broker.example , wss://[2001:db8::7]:8443/ws via proxy.chu.example:3128",
                "proxy.user", "box", "proxy.password-file", "proxy.password"));

        Way.Login login = new Way.Login("box", Path.of("/etc/gardefroid/proxy.password"));
        assertThat(configuration.broker().ways()).containsExactly(plain("broker.example", 8883),
                new Way(new Way.Carriage.WebSocket("/mqtt"), "broker.example", 443, Optional.empty()),
                new Way(new Way.Carriage.WebSocket("/ws"), "2001:db8::7", 8443,
                        Optional.of(new Way.Proxy("proxy.chu.example", 3128, Optional.of(login)))));
        assertThat(configuration.broker().ways()).extracting(Way::toString).containsExactly(
                "mqtts://broker.example:8883", "wss://broker.example:443/mqtt",
                "wss://[2001:db8::7]:8443/ws via proxy.chu.example:3128");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"http://broker.example | a way to the broker is",
        "broker.example:8883/mqtt | a way to the broker is", "broker.example:8883, | a way to the broker is",
        "wss://broker.example via proxy | a way to the broker is", "broker.example:70000 | must be 1 to 65535: 70000",
        "wss://b, wss://b:443/mqtt | twice the same way: wss://b:443/mqtt"})
    void aWayThatIsNoneIsToldWithItsValue(String broker, String told) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> read(Map.of("broker", broker)))
                .withMessageContainingAll("broker = " + broker, told);
    }

    @Test
    void aProxysUserHasAPasswordAndAProxy() {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> read(Map.of("proxy.user", "box")))
                .withMessageContaining("proxy.user and proxy.password-file are said together");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of("proxy.user", "box", "proxy.password-file", "p")))
                .withMessageContaining("no way of broker goes via a proxy");
    }

    @Test
    void whatEnrolmentLeftStandsInForWhatTheFileDoesNotSay(@TempDir Path folder) throws Exception {
        enrolledAs(folder, "box-7");
        AgentConfiguration enrolled = AgentConfiguration.of(WATCHING,
                folder.resolve("agent.properties"));

        assertThat(enrolled.device()).isEqualTo(new DeviceId("box-7"));
        assertThat(enrolled.shard()).isEqualTo(5);
        assertThat(enrolled.broker().ways()).containsExactly(plain("broker.example", 8883));
        assertThat(enrolled.broker().key()).isEqualTo(folder.resolve("data/identity/k.pem"));
        assertThat(enrolled.identity()).isPresent();
        AgentConfiguration byHand = AgentConfiguration
                .of(Map.of("folder", "data", "certificate", "c.pem", "key", "c.key",
                        "authority", "ca.pem", "broker", "other.example:8883", "probe.p", "simulated box product",
                        "simulated.box", "coolbox 2"), folder.resolve("agent.properties"));
        assertThat(byHand.broker().key()).isEqualTo(folder.resolve("c.key"));
        assertThat(byHand.broker().ways()).containsExactly(plain("other.example", 8883));
        assertThat(byHand.identity()).isEmpty();
    }

    @Test
    void aFolderThatIsEnrolledAsAnotherDeviceIsTold(@TempDir Path folder) throws Exception {
        enrolledAs(folder, "box-8");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> AgentConfiguration.of(Map.of("folder", "data", "device", "box-7"),
                        folder.resolve("agent.properties")))
                .withMessageContaining("device = box-7: this folder is enrolled as box-8");
    }

    private static void enrolledAs(Path folder, String device) throws IOException {
        Files.createDirectories(folder.resolve("data/identity"));
        Files.writeString(folder.resolve("data/identity/enrolled"), """
                device=%s
                shard=5
                broker=broker.example:8883
                certificate=c.pem
                key=k.pem
                authority=a.pem
                service=https://gardefroid.example
                renew.after=2027-01-01T00:00:00Z
                ends=2027-02-01T00:00:00Z
                """.formatted(device));
    }

    private static Way plain(String host, int port) {
        return new Way(new Way.Carriage.Plain(), host, port, Optional.empty());
    }

    private static AgentConfiguration read(Map<String, String> changed) throws ConfigurationException {
        Map<String, String> values = new TreeMap<>(LEAST);
        values.putAll(changed);
        return AgentConfiguration.of(values, Path.of("/etc/gardefroid/agent.properties"));
    }
}
