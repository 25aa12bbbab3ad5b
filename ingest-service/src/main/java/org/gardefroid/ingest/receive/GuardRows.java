package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;

/** The guard's rows in the table {@code journal}: a whole group with one statement each way. */
final class GuardRows {

    private static final String ROWS = """
            SELECT j.device, j.journal, j.stored, j.dropped, j.held, j.rejected, j.forked, j.watermark_hash, j.boot,
                   j.predecessor, j.predecessor_last
            FROM journal j JOIN unnest(?::int[], ?::uuid[]) AS k (device, journal) USING (device, journal)
            """;

    private static final String LOCKED = ROWS + "ORDER BY j.device, j.journal FOR UPDATE OF j";

    /** All rows of a device that has something undated, for what dates it may be in any of them. */
    private static final String TO_BE_DATED = """
            SELECT device, journal FROM journal
            WHERE device = ANY(?) OR device IN (SELECT device FROM journal WHERE device = ANY(?) AND held <> '{}')
            """;

    private static final String MAKE = """
            INSERT INTO journal (device, journal, opened_at, last_received_at)
            SELECT k.device, k.journal, now(), now() FROM unnest(?::int[], ?::uuid[]) AS k (device, journal)
            ORDER BY 1, 2 ON CONFLICT DO NOTHING
            """;

    private static final String WIDEN = """
            UPDATE journal j SET stored = k.stored::int8multirange, dropped = k.dropped::int8multirange,
                   held = k.held::int8multirange, rejected = k.rejected::int8multirange, forked = k.forked::int8multirange,
                   watermark = k.watermark, watermark_hash = decode(k.watermark_hash, 'hex'), boot = k.boot,
                   predecessor = k.predecessor, predecessor_last = k.predecessor_last, last_received_at = now()
            FROM unnest(?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                        ?::text[], ?::uuid[], ?::bigint[])
                 AS k (device, journal, stored, dropped, held, rejected, forked, watermark, watermark_hash, boot,
                       predecessor, predecessor_last)
            WHERE j.device = k.device AND j.journal = k.journal
            """;

    private static final String REASONS = """
            SELECT r.device, r.journal, r.number, r.reason
            FROM rejected_batch r JOIN unnest(?::int[], ?::uuid[]) AS k (device, journal) USING (device, journal)
            JOIN journal j USING (device, journal)
            WHERE j.rejected @> r.number -- what was stored later all the same is rejected no more
            """;

    private final Connection connection;
    private final Directory directory;
    private final Map<Integer, DeviceId> names = new HashMap<>();

    GuardRows(Connection connection, Directory directory) {
        this.connection = connection;
        this.directory = directory;
    }

    /** These rows, made where there are none, and all those of the devices of which something waits for its date. */
    Map<JournalKey, GuardRow> lock(Collection<JournalKey> keys, Set<DeviceId> undated) throws SQLException {
        Set<JournalKey> all = new TreeSet<>(keys);
        all.addAll(toBeDated(keys, undated));
        Map<JournalKey, GuardRow> rows = read(LOCKED, all);
        List<JournalKey> missing = all.stream().filter(key -> !rows.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            try (PreparedStatement make = connection.prepareStatement(MAKE)) {
                setKeys(make, missing);
                make.executeUpdate();
            }
            rows.putAll(read(LOCKED, missing));
        }
        return rows;
    }

    Map<JournalKey, GuardRow> committed(Collection<JournalKey> keys) throws SQLException {
        return read(ROWS, keys);
    }

    private List<JournalKey> toBeDated(Collection<JournalKey> keys, Set<DeviceId> undated) throws SQLException {
        Integer[] devices = keys.stream().map(key -> idOf(key.device())).distinct().toArray(Integer[]::new);
        List<JournalKey> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TO_BE_DATED)) {
            select.setArray(1,
                    connection.createArrayOf("int4", undated.stream().map(this::idOf).toArray(Integer[]::new)));
            select.setArray(2, connection.createArrayOf("int4", devices));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                found.add(key(row));
            }
        }
        return found;
    }

    private Map<JournalKey, GuardRow> read(String sql, Collection<JournalKey> keys) throws SQLException {
        keys.forEach(key -> idOf(key.device()));
        Map<JournalKey, GuardRow> rows = new LinkedHashMap<>(keys.size() * 2);
        List<JournalKey> withRejected = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            setKeys(select, keys);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                JournalKey key = key(row);
                if (!row.getString(6).equals("{}")) {
                    withRejected.add(key);
                }
                rows.put(key, guardRow(key, row));
            }
        }
        if (!withRejected.isEmpty()) {
            reasons(withRejected)
                    .forEach((key, reasons) -> rows.computeIfPresent(key, (same, row) -> with(row, reasons)));
        }
        return rows;
    }

    private static GuardRow guardRow(JournalKey key, ResultSet row) throws SQLException {
        byte[] hash = row.getBytes(8);
        String boot = row.getString(9);
        String predecessor = row.getString(10);
        return new GuardRow(key, Multirange.parse(row.getString(3)), Multirange.parse(row.getString(4)),
                Multirange.parse(row.getString(5)), Map.of(), Multirange.parse(row.getString(7)),
                hash == null ? Optional.empty() : Optional.of(Sha256.ofBytes(hash)),
                Optional.ofNullable(boot).map(BootId::new),
                predecessor == null
                        ? Optional.empty()
                        : Optional
                                .of(new Predecessor(Journals.journal(UUID.fromString(predecessor)), row.getLong(11))));
    }

    private static GuardRow with(GuardRow row, Map<Long, Rejection> rejected) {
        return new GuardRow(row.key(), row.stored(), row.dropped(), row.held(), rejected, row.forked(),
                row.watermarkHash(), row.boot(), row.predecessor());
    }

    private Map<JournalKey, Map<Long, Rejection>> reasons(List<JournalKey> keys) throws SQLException {
        Map<JournalKey, Map<Long, Rejection>> reasons = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(REASONS)) {
            setKeys(select, keys);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                reasons.computeIfAbsent(key(row), key -> new HashMap<>()).put(row.getLong(3),
                        Rejection.ofCode(row.getString(4)).orElse(Rejection.MALFORMED));
            }
        }
        return reasons;
    }

    void widen(Collection<GuardRow> rows) throws SQLException {
        List<GuardRow> list = List.copyOf(rows);
        try (PreparedStatement update = connection.prepareStatement(WIDEN)) {
            setKeys(update, list.stream().map(GuardRow::key).toList());
            setTexts(update, 3, list.stream().map(GuardRow::stored).toList());
            setTexts(update, 4, list.stream().map(GuardRow::dropped).toList());
            setTexts(update, 5, list.stream().map(GuardRow::held).toList());
            setTexts(update, 6, list.stream()
                    .map(row -> NumberSet.of(row.rejected().keySet().stream().mapToLong(Long::longValue).toArray()))
                    .toList());
            setTexts(update, 7, list.stream().map(GuardRow::forked).toList());
            update.setArray(8, connection.createArrayOf("int8",
                    list.stream().map(row -> row.stored().watermark()).toArray(Long[]::new)));
            update.setArray(9, connection.createArrayOf("text",
                    list.stream().map(row -> row.watermarkHash().map(Sha256::hex).orElse(null)).toArray()));
            update.setArray(10, connection.createArrayOf("text",
                    list.stream().map(row -> row.boot().map(BootId::value).orElse(null)).toArray()));
            update.setArray(11, connection.createArrayOf("uuid", list.stream()
                    .map(row -> row.predecessor().map(before -> Journals.uuid(before.journal())).orElse(null))
                    .toArray()));
            update.setArray(12, connection.createArrayOf("int8",
                    list.stream().map(row -> row.predecessor().map(Predecessor::lastNumber).orElse(null)).toArray()));
            update.executeUpdate();
        }
    }

    private void setTexts(PreparedStatement statement, int index, List<NumberSet> sets) throws SQLException {
        statement.setArray(index,
                connection.createArrayOf("text", sets.stream().map(Multirange::text).toArray(String[]::new)));
    }

    private void setKeys(PreparedStatement statement, Collection<JournalKey> keys) throws SQLException {
        statement.setArray(1, connection.createArrayOf("int4",
                keys.stream().map(key -> idOf(key.device())).toArray(Integer[]::new)));
        statement.setArray(2, connection.createArrayOf("uuid",
                keys.stream().map(key -> Journals.uuid(key.journal())).toArray(UUID[]::new)));
    }

    private JournalKey key(ResultSet row) throws SQLException {
        DeviceId device = names.get(row.getInt(1));
        if (device == null) {
            throw new IllegalStateException("a row of a device that was not asked for: " + row.getInt(1));
        }
        return new JournalKey(device, Journals.journal(row.getObject(2, UUID.class)));
    }

    private int idOf(DeviceId device) {
        int id = directory.device(device)
                .orElseThrow(() -> new IllegalStateException("a device that is not registered: " + device)).id();
        names.putIfAbsent(id, device);
        return id;
    }
}
