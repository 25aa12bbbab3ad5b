package org.gardefroid.ingest.receive;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.lease.Leases;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.ingest.registry.Directory.KnownProbe;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.Decoded;
import org.gardefroid.telemetry.wire.Senml;

/**
 * Stores what foreign devices send. They number nothing: a reading is itself by its probe and its time. The service gives each
 * pack a number in a journal of its own, so that from here on it is a batch like any other.
 */
final class ForeignPacks {

    static final JournalId JOURNAL = JournalId.of(new byte[JournalId.BYTES]);

    private static final String CELSIUS = "Cel";

    private static final String STORED_ALREADY = """
            SELECT r.probe, r.measured_at, r.milli_celsius
            FROM unnest(?::int[], ?::timestamptz[]) AS k (probe, measured_at)
            JOIN reading r USING (probe, measured_at)
            """;

    private final Transactions transactions;
    private final Directories directories;
    private final SourceNumbers sources;
    private final CommittedListener listener;

    ForeignPacks(Transactions transactions, Directories directories, SourceNumbers sources,
            CommittedListener listener) {
        this.transactions = transactions;
        this.directories = directories;
        this.sources = sources;
        this.listener = listener;
    }

    /** What became of a pack: what its sender is told. */
    sealed interface Outcome {

        String json();

        record Stored(Sha256 pack, int stored, int repeated, int passedOver) implements Outcome {
            @Override
            public String json() {
                return "{\"pack\":\"" + pack + "\",\"stored\":" + stored + ",\"repeated\":" + repeated
                        + ",\"passedOver\":" + passedOver + "}";
            }
        }

        record Rejected(Sha256 pack, Rejection reason, String detail) implements Outcome {
            @Override
            public String json() {
                return "{\"pack\":\"" + pack + "\",\"rejected\":\"" + reason.code() + "\",\"detail\":"
                        + Json.text(detail) + "}";
            }
        }
    }

    private record Key(ProbeId probe, Instant at) {}

    Outcome store(Group.Pack pack, Lease lease) {
        try {
            directories.renewed();
            List<CommittedBatch> committed = new ArrayList<>();
            Outcome outcome = transactions.in(connection -> {
                committed.clear();
                Leases.fence(connection, Set.of(lease));
                return store(connection, pack, committed);
            });
            if (!committed.isEmpty()) {
                listener.committed(committed);
            }
            return outcome;
        } catch (SQLException e) {
            throw SqlFault.of(e);
        }
    }

    private Outcome store(Connection connection, Group.Pack pack, List<CommittedBatch> committed) throws SQLException {
        byte[] bytes = pack.arrival().payload();
        Sha256 hash = Sha256.of(bytes);
        Instant now = pack.arrival().receivedAt();
        Directory directory = directories.current();
        int device = directory.device(pack.device()).orElseThrow().id();
        BigDecimal seconds = BigDecimal.valueOf(now.toEpochMilli(), 3);
        return switch (Senml.decode(bytes, seconds)) {
            case Decoded.Refused<List<Senml.Resolved>>(Rejection reason, String detail) ->
                rejected(connection, pack, hash, new Refusal(reason, detail));
            case Decoded.Ok<List<Senml.Resolved>>(List<Senml.Resolved> records) -> {
                try {
                    Map<Key, Temperature> readings = readings(records, pack.device(), device, directory, now);
                    JournalKey key = new JournalKey(pack.device(), JOURNAL);
                    GuardRows rows = new GuardRows(connection, directory);
                    GuardRow row = rows.lock(Set.of(key), Set.of()).get(key); // one pack of a device at a time
                    int repeated = withoutStored(connection, readings, directory);
                    if (!readings.isEmpty() && row != null) {
                        committed.add(add(connection, pack, hash, readings, rows, row));
                    }
                    yield new Outcome.Stored(hash, readings.size(), repeated, passedOver(records));
                } catch (Refusal refusal) {
                    yield rejected(connection, pack, hash, refusal);
                }
            }
        };
    }

    private Outcome rejected(Connection connection, Group.Pack pack, Sha256 hash, Refusal refusal) throws SQLException {
        new Quarantine(connection, directories.current()).keep(new Quarantine.Entry(pack.arrival().topic(),
                Optional.of(pack.device()), Optional.empty(), refusal.reason, refusal.detail,
                pack.arrival().receivedAt()),
                pack.arrival().payload());
        return new Outcome.Rejected(hash, refusal.reason, refusal.detail);
    }

    private static int passedOver(List<Senml.Resolved> records) {
        return (int) records.stream().filter(record -> !isTemperature(record)).count();
    }

    private static boolean isTemperature(Senml.Resolved record) {
        return record.unit().filter(CELSIUS::equals).isPresent() && record.value() instanceof Senml.Value.Quantity;
    }

    private static Map<Key, Temperature> readings(
            List<Senml.Resolved> records, DeviceId name, int device, Directory directory, Instant now) throws Refusal {
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
        return readings;
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
            Instant at = Instant.ofEpochMilli(seconds.movePointRight(3).setScale(0, java.math.RoundingMode.HALF_EVEN)
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
    private static int withoutStored(Connection connection, Map<Key, Temperature> readings, Directory directory)
            throws SQLException, Refusal {
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

    private CommittedBatch add(Connection connection, Group.Pack pack, Sha256 hash, Map<Key, Temperature> readings,
            GuardRows rows, GuardRow row) throws SQLException {
        BatchId id = row.key().batch(row.stored().greatest() + 1);
        long source = sources.next(connection);
        List<DatedRecord> records = readings.entrySet().stream()
                .<DatedRecord>map(entry -> new Reading(entry.getKey().probe, entry.getKey().at, entry.getValue()))
                .sorted((one, other) -> one.at().compareTo(other.at())).toList();
        BatchRows batch = new BatchRows(directories.current());
        batch.addDated(id, source, records);
        batch.addForeignToLog(source, id, pack.arrival(), hash, records);
        batch.write(connection);
        rows.widen(List.of(new GuardRow(row.key(), row.stored().with(id.number()), row.dropped(), row.held(),
                row.rejected(), row.forked(), Optional.of(hash), row.boot(), row.predecessor())));
        return new CommittedBatch(id, source, Optional.empty(), pack.arrival().receivedAt(), records);
    }

    private static Refusal conflict(Key key, Temperature stored, Temperature sent) {
        return new Refusal(Rejection.CONFLICTING_READING, "probe " + key.probe + " at " + key.at + " is "
                + stored.milliCelsius() + " m°C already, and is sent as " + sent.milliCelsius() + " m°C");
    }

    /** Carries a refusal to where it becomes an outcome; never leaves this class. */
    private static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final Rejection reason;
        private final String detail;

        Refusal(Rejection reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
            this.detail = detail;
        }
    }
}
