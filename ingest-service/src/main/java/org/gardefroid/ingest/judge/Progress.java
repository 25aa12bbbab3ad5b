package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;

/** How far judging has come, in the database: which of each journal's stored batches are judged. */
final class Progress {

    /** Stored and dated, and so to be judged: what is held for its date or its time comes later, under the same number. */
    private static final String TO_JUDGE = """
            (j.stored - j.held - j.dropped - coalesce((SELECT range_agg(int8range(u.number, u.number, '[]'))
                FROM undated u WHERE u.device = j.device AND u.journal = j.journal AND u.dated_at IS NULL), '{}'))""";

    private static final String STORED = """
            SELECT j.device, j.journal, %s AS numbers FROM journal j WHERE (? OR j.device = ANY(?))"""
            .formatted(TO_JUDGE);

    private static final String UNJUDGED = """
            SELECT u.device, min(b.first_at) AS since
            FROM (SELECT j.device, j.journal, unnest(%s - coalesce(d.numbers, '{}')) AS numbers
                FROM journal j LEFT JOIN judged d USING (device, journal)) AS u
            JOIN batch_log b ON b.device = u.device AND b.journal = u.journal AND b.number >= lower(u.numbers)
                AND b.number < upper(u.numbers)
            WHERE b.first_at IS NOT NULL
            GROUP BY u.device""".formatted(TO_JUDGE);

    private static final String HEARD = """
            SELECT device, max(last_received_at) AS at FROM journal WHERE device = ANY(?) GROUP BY device""";

    private static final String ADD = """
            INSERT INTO judged (device, journal, numbers) VALUES (?, ?, ?::int8multirange)
            ON CONFLICT (device, journal) DO UPDATE SET numbers = judged.numbers + excluded.numbers""";

    private final Connection connection;

    Progress(Connection connection) {
        this.connection = connection;
    }

    /** One device's journal. */
    record Key(int device, JournalId journal) {}

    Map<Key, NumberSet> stored() throws SQLException {
        return stored(true, List.of());
    }

    Map<Key, NumberSet> stored(Collection<Integer> devices) throws SQLException {
        return stored(false, devices);
    }

    private Map<Key, NumberSet> stored(boolean all, Collection<Integer> devices) throws SQLException {
        Map<Key, NumberSet> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setBoolean(1, all);
            select.setArray(2, connection.createArrayOf("int4", devices.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String hex = row.getObject("journal", UUID.class).toString().replace("-", "");
                    stored.put(new Key(row.getInt("device"), new JournalId(hex)), parse(row.getString("numbers")));
                }
            }
        }
        return stored;
    }

    /** Of each device that has batches which are not judged, when the first of their records was. */
    Map<Integer, Instant> unjudgedSince() throws SQLException {
        Map<Integer, Instant> since = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(UNJUDGED); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Optional<Instant> first = Columns.timeIfAny(row, "since");
                if (first.isPresent()) {
                    since.put(row.getInt("device"), first.get());
                }
            }
        }
        return since;
    }

    /** When something of each of these devices came last. */
    Map<Integer, Instant> heard(Collection<Integer> devices) throws SQLException {
        Map<Integer, Instant> heard = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEARD)) {
            select.setArray(1, connection.createArrayOf("int4", devices.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int device = row.getInt("device");
                    Columns.timeIfAny(row, "at").ifPresent(at -> heard.put(device, at));
                }
            }
        }
        return heard;
    }

    void add(Map<Key, NumberSet> judged) throws SQLException {
        if (judged.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(ADD)) {
            for (Map.Entry<Key, NumberSet> each : judged.entrySet()) {
                upsert.setInt(1, each.getKey().device());
                upsert.setObject(2, uuid(each.getKey().journal()));
                upsert.setString(3, text(each.getValue()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static UUID uuid(JournalId journal) {
        String digits = journal.value();
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }

    private static String text(NumberSet numbers) {
        List<String> ranges = new ArrayList<>();
        for (NumberRange range : numbers.ranges()) {
            ranges.add("[" + range.first() + "," + range.last() + "]");
        }
        return "{" + String.join(",", ranges) + "}";
    }

    private static NumberSet parse(String text) {
        List<NumberRange> ranges = new ArrayList<>();
        for (String range : text.substring(1, text.length() - 1).split("(?<=\\)),")) {
            if (!range.isEmpty()) {
                int comma = range.indexOf(',');
                ranges.add(new NumberRange(Long.parseLong(range, 1, comma, 10),
                        Long.parseLong(range, comma + 1, range.length() - 1, 10) - 1));
            }
        }
        return new NumberSet(ranges);
    }
}
