package org.gardefroid.ingest.receive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.ingest.registry.Directory.KnownProbe;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.Senml;

/** The temperatures of one pack of a foreign device, each by its probe and its time. */
final class ForeignReadings {

    private static final String CELSIUS = "Cel";

    private static final String STORED_ALREADY = """
            SELECT r.probe, r.measured_at, r.milli_celsius
            FROM unnest(?::int[], ?::timestamptz[]) AS k (probe, measured_at)
            JOIN reading r USING (probe, measured_at)
            """;

    private final Directory directory;
    private final Map<Key, Temperature> readings;

    private ForeignReadings(Directory directory, Map<Key, Temperature> readings) {
        this.directory = directory;
        this.readings = readings;
    }

    private record Key(ProbeId probe, Instant at) {}

    static int passedOver(List<Senml.Resolved> records) {
        return (int) records.stream().filter(record -> !isTemperature(record)).count();
    }

    private static boolean isTemperature(Senml.Resolved record) {
        return record.unit().filter(CELSIUS::equals).isPresent() && record.value() instanceof Senml.Value.Quantity;
    }

    /** @throws Refusal of all of them, where one cannot be */
    static ForeignReadings of(List<Senml.Resolved> records, DeviceId name, Directory directory, Instant now)
            throws Refusal {
        int device = directory.device(name).orElseThrow().id();
        Map<Key, Temperature> readings = new HashMap<>();
        for (Senml.Resolved record : records) {
            if (isTemperature(record) && record.value() instanceof Senml.Value.Quantity(BigDecimal number)) {
                Key key = new Key(probe(record.name(), name, device, directory), date(record.seconds(), now));
                Temperature temperature = temperature(number);
                Temperature other = readings.putIfAbsent(key, temperature);
                if (other != null && !other.equals(temperature)) {
                    throw conflict(key, other, temperature);
                }
            }
        }
        return new ForeignReadings(directory, readings);
    }

    private static ProbeId probe(String full, DeviceId name, int device, Directory directory) throws Refusal {
        String own = full.startsWith(name + "/") ? full.substring(full.lastIndexOf('/') + 1) : full;
        try {
            ProbeId probe = new ProbeId(own);
            if (directory.probe(probe).map(KnownProbe::device).filter(by -> by == device).isPresent()) {
                return probe;
            }
        } catch (IllegalArgumentException notAName) {
            throw new Refusal(Rejection.UNKNOWN_NAME, "probe " + own + " is not registered for this device");
        }
        throw new Refusal(Rejection.UNKNOWN_NAME, "probe " + own + " is not registered for this device");
    }

    private static Instant date(BigDecimal seconds, Instant now) throws Refusal {
        try {
            Instant at = Instant.ofEpochMilli(seconds.movePointRight(3).setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact());
            if (!at.isBefore(BatchClock.EARLIEST) && !at.isAfter(now.plus(JdbcGuardTransaction.FUTURE))) {
                return at;
            }
            throw new Refusal(Rejection.IMPOSSIBLE_TIME, "measured at " + at + ", received at " + now);
        } catch (ArithmeticException | DateTimeException e) {
            throw new Refusal(Rejection.IMPOSSIBLE_TIME, "no date: " + seconds + " s");
        }
    }

    private static Temperature temperature(BigDecimal celsius) throws Refusal {
        try {
            return Temperature.ofCelsius(celsius.doubleValue());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Refusal(Rejection.NOT_A_TEMPERATURE, String.valueOf(e.getMessage()));
        }
    }

    /** Takes out what is stored with the same value; returns how many those were. */
    int leaveOutStored(Connection connection) throws SQLException, Refusal {
        Map<Integer, ProbeId> names = new HashMap<>();
        List<Key> keys = List.copyOf(readings.keySet());
        for (Key key : keys) {
            names.put(directory.probe(key.probe).orElseThrow().id(), key.probe);
        }
        int repeated = 0;
        try (PreparedStatement select = connection.prepareStatement(STORED_ALREADY)) {
            select.setArray(1, connection.createArrayOf("int4",
                    keys.stream().map(key -> directory.probe(key.probe).orElseThrow().id()).toArray()));
            select.setArray(2, connection.createArrayOf("timestamptz",
                    keys.stream().map(key -> Timestamp.from(key.at)).toArray()));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                ProbeId probe = names.get(row.getInt(1));
                if (probe == null) {
                    continue;
                }
                Key key = new Key(probe, row.getObject(2, OffsetDateTime.class).toInstant());
                Temperature sent = readings.get(key);
                if (sent != null && sent.milliCelsius() != row.getInt(3)) {
                    throw conflict(key, new Temperature(row.getInt(3)), sent);
                }
                repeated += readings.remove(key) == null ? 0 : 1;
            }
        }
        return repeated;
    }

    boolean isEmpty() {
        return readings.isEmpty();
    }

    int size() {
        return readings.size();
    }

    /** In order of time. */
    List<DatedRecord> records() {
        return readings.entrySet().stream()
                .<DatedRecord>map(entry -> new Reading(entry.getKey().probe, entry.getKey().at, entry.getValue()))
                .sorted(Comparator.comparing(DatedRecord::at)).toList();
    }

    private static Refusal conflict(Key key, Temperature stored, Temperature sent) {
        return new Refusal(Rejection.CONFLICTING_READING, "probe " + key.probe + " at " + key.at + " is "
                + stored.milliCelsius() + " m°C already, and is sent as " + sent.milliCelsius() + " m°C");
    }

    /** Carries a refusal to where it becomes an outcome. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final Rejection reason;
        private final String detail;

        Refusal(Rejection reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
            this.detail = detail;
        }

        Rejection reason() {
            return reason;
        }

        String detail() {
            return detail;
        }
    }
}
