package org.gardefroid.edge.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gardefroid.edge.clock.ClockTrust;
import org.gardefroid.edge.enrolment.Identity;
import org.gardefroid.edge.uplink.Way;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.wire.Topic;

/**
 * What the agent's file says.
 *
 * @param identity what enrolment left, and the agent renews; empty where the file names certificate and key by hand
 * @param folder where the journal and the brief are kept
 * @param journalBytes the most that the batches may take on the card
 * @param sampleEvery how often everything is asked
 * @param recordEvery how often a reading becomes a record, until a brief says otherwise; zero: each one does
 * @param sealEvery for how long records may be gathered before they are on the card; zero: each cycle's at once
 * @param longestReconnect how long at most to wait between two attempts to connect
 * @param clock when the wall clock is right; where nothing is named it always is
 */
public record AgentConfiguration(
        DeviceId device,
        int shard,
        Broker broker,
        Optional<Identity> identity,
        Path folder,
        long journalBytes,
        Duration sampleEvery,
        Duration recordEvery,
        Duration sealEvery,
        Duration longestReconnect,
        ClockTrust clock,
        Wiring wiring,
        Simulation simulation,
        Optional<Replay> replay,
        BoxSettings box) {

    /**
     * Where to send, and who we are there. The files are PEM.
     *
     * @param ways to the broker, in the order in which they are tried
     * @param authorities who may vouch for the broker
     */
    public record Broker(List<Way> ways, Path certificate, Path key, Path authorities) {}

    public static AgentConfiguration read(Path file) throws ConfigurationException {
        return of(values(file), file);
    }

    static Map<String, String> values(Path file) throws ConfigurationException {
        SortedSet<String> twice = new TreeSet<>();
        Properties properties = new Properties() {
            @Override
            public synchronized Object put(Object name, Object value) {
                Object before = super.put(name, value);
                if (before != null) {
                    twice.add(name.toString());
                }
                return before;
            }
        };
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file.toString(), List.of("is not in UTF-8"));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(file.toString(), List.of("cannot be read: " + e.getMessage()));
        }
        if (!twice.isEmpty()) { // of two the last would count, and a probe would hang unwatched
            throw new ConfigurationException(file.toString(),
                    twice.stream().map(name -> name + ": stands there twice").toList());
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    }

    static AgentConfiguration of(Map<String, String> values, Path file) throws ConfigurationException {
        Path folder = folderOf(file);
        Settings settings = new Settings(values, folder);
        Path work = settings.required("folder", settings::path, folder);
        Optional<Identity> identity = Enrolled.completing(settings, work);
        AgentConfiguration configuration = new AgentConfiguration(
                settings.required("device", DeviceId::new, new DeviceId("none")),
                settings.withDefault("shard", "0", AgentConfiguration::shard),
                broker(settings), identity, work,
                settings.withDefault("journal.size", "200MB", Settings::bytes),
                settings.withDefault("sample.every", "1s", AgentConfiguration::sampling),
                settings.withDefault("record.every", "1m", Settings::duration),
                settings.withDefault("seal.every", "0s", Settings::duration),
                settings.withDefault("reconnect.longest", "30s", Settings::duration),
                new ClockTrust(settings.optional("clock.trusted-when").map(Path::of),
                        settings.optional("clock.rtc").map(Path::of)),
                Wiring.read(settings), Simulation.read(settings), Replay.read(settings),
                BoxSettings.read(settings));
        configuration.wiring().check(settings, configuration.simulation(), configuration.replay());
        List<String> problems = settings.problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(file.toString(), problems);
        }
        return configuration;
    }

    private static Broker broker(Settings settings) {
        return new Broker(Ways.read(settings),
                settings.required("certificate", settings::path, Path.of("")),
                settings.required("key", settings::path, Path.of("")),
                settings.required("authority", settings::path, Path.of("")));
    }

    private static int shard(String text) {
        int shard = number(text, "a shard is a number");
        if (shard < 0 || shard >= Topic.MOST_SHARDS) {
            throw new IllegalArgumentException("a shard must be 0 to " + (Topic.MOST_SHARDS - 1));
        }
        return shard;
    }

    private static Duration sampling(String text) {
        Duration every = Settings.duration(text);
        if (every.toMillis() < 100 || every.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("sampling is every 100ms to 5m");
        }
        return every;
    }

    private static int number(String text, String expected) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(expected, e);
        }
    }
}
