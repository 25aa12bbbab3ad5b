package org.gardefroid.ingest.rollup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.registry.Directory.KnownProbe;

/** The statements of {@code reading_hourly} and {@code reading_daily}. */
final class RollupTables {

    /** So many hours in one transaction. */
    static final int MOST = 1_000;

    private static final String UPSERT = """
            ON CONFLICT (probe, bucket) DO UPDATE SET sum_milli_celsius = excluded.sum_milli_celsius,
                readings = excluded.readings, faults = excluded.faults,
                min_milli_celsius = excluded.min_milli_celsius, max_milli_celsius = excluded.max_milli_celsius
            """;

    private static final String COLUMNS = "(bucket, sum_milli_celsius, probe, readings, faults, min_milli_celsius, max_milli_celsius)";

    private static final String HOURS = "INSERT INTO reading_hourly " + COLUMNS + """
             SELECT k.bucket, s.sum, k.probe, s.readings, s.faults, s.min, s.max
            FROM (SELECT DISTINCT probe, bucket FROM unnest(?::int[], ?::timestamptz[]) AS u (probe, bucket)) k
            CROSS JOIN LATERAL (SELECT coalesce(sum(milli_celsius), 0) AS sum, count(milli_celsius) AS readings,
                                       count(fault) AS faults, min(milli_celsius) AS min, max(milli_celsius) AS max
                                FROM reading r WHERE r.probe = k.probe AND r.measured_at >= k.bucket
                                     AND r.measured_at < k.bucket + INTERVAL '1 hour') s
            WHERE s.readings + s.faults > 0
            ORDER BY k.probe, k.bucket
            """ + UPSERT;

    private static final String DAYS = "INSERT INTO reading_daily " + COLUMNS
            + """
                     SELECT k.bucket, s.sum, k.probe, s.readings, s.faults, s.min, s.max
                    FROM (SELECT DISTINCT probe, date_trunc('day', hour, 'UTC') AS bucket
                          FROM unnest(?::int[], ?::timestamptz[]) AS u (probe, hour)) k
                    CROSS JOIN LATERAL (SELECT coalesce(sum(sum_milli_celsius), 0) AS sum, sum(readings) AS readings,
                                               sum(faults) AS faults, min(min_milli_celsius) AS min, max(max_milli_celsius) AS max
                                        FROM reading_hourly r WHERE r.probe = k.probe AND r.bucket >= k.bucket
                                             AND r.bucket < k.bucket + INTERVAL '24 hours') s
                    WHERE s.readings + s.faults > 0
                    ORDER BY k.probe, k.bucket
                    """
            + UPSERT;

    /** Every hour that a batch since the last progress spans, for all probes of its device: too many rather than too few. */
    private static final String NOT_MADE = """
            SELECT array_agg(p.id), array_agg(h.hour)
            FROM (SELECT DISTINCT device, first_at, last_at FROM batch_log
                  WHERE source > (SELECT source - 10000 FROM rollup_progress) AND first_at IS NOT NULL) l
            CROSS JOIN LATERAL generate_series(date_trunc('hour', l.first_at, 'UTC'), l.last_at, INTERVAL '1 hour') AS h (hour)
            JOIN probe p ON p.device = l.device
            """;

    private final Directories directories;

    RollupTables(Directories directories) {
        this.directories = directories;
    }

    boolean make(Connection connection, List<TouchedHours.Hour> hours) throws SQLException {
        Integer[] probes = hours.stream()
                .map(hour -> directories.current().probe(hour.probe()).map(KnownProbe::id).orElse(0))
                .toArray(Integer[]::new);
        Timestamp[] buckets = hours.stream()
                .map(hour -> Timestamp.from(Instant.ofEpochSecond(hour.number() * TouchedHours.SECONDS)))
                .toArray(Timestamp[]::new);
        for (String sql : List.of(HOURS, DAYS)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("int4", probes));
                statement.setArray(2, connection.createArrayOf("timestamptz", buckets));
                statement.executeUpdate();
            }
        }
        return true;
    }

    /** What was stored and not made before this start. */
    boolean makeUp(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NOT_MADE); var row = select.executeQuery()) {
            row.next();
            Array probes = row.getArray(1);
            Array hours = row.getArray(2);
            if (probes != null) {
                for (String sql : List.of(HOURS, DAYS)) {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        statement.setArray(1, probes);
                        statement.setArray(2, hours);
                        statement.executeUpdate();
                    }
                }
            }
        }
        return true;
    }

    boolean madeUpTo(Connection connection, long source) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE rollup_progress SET source = greatest(source, ?)")) {
            update.setLong(1, source);
            update.executeUpdate();
        }
        return true;
    }
}
