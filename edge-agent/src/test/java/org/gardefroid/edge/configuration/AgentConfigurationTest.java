package org.gardefroid.edge.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AgentConfigurationTest {

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
        assertThat(configuration.trustedWhen()).isEmpty();
        assertThat(configuration.replay()).isEmpty();
    }

    @Test
    void pathsCountFromTheFolderOfTheFile() throws ConfigurationException {
        AgentConfiguration configuration = read(Map.of());

        assertThat(configuration.folder()).isEqualTo(Path.of("/etc/gardefroid/data"));
        assertThat(configuration.broker()).isEqualTo(new AgentConfiguration.Broker("broker.example", 8883,
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
                        "a DS18B20 is named as `gardefroid probes` does, 28-…: ../28-2", "product|air, or: replay");
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

    private static AgentConfiguration read(Map<String, String> changed) throws ConfigurationException {
        Map<String, String> values = new TreeMap<>(LEAST);
        values.putAll(changed);
        return AgentConfiguration.of(values, Path.of("/etc/gardefroid/agent.properties"));
    }
}
