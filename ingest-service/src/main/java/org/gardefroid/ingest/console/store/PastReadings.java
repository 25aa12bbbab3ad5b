package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.series.Series.Point;

/** What a probe measured while it was in an equipment, as far as is known today. */
@Singleton
public final class PastReadings {

    private static final String READINGS = """
            SELECT DISTINCT ON (r.measured_at) r.measured_at, r.milli_celsius
            FROM probe_placement p JOIN reading r ON r.probe = p.probe AND p.during @> r.measured_at
            WHERE p.probe = ? AND p.equipment = ? AND upper_inf(p.known) AND r.measured_at >= ? AND r.measured_at < ?
                AND r.milli_celsius IS NOT NULL
            ORDER BY r.measured_at""";

    /** In order of time, each time once; faults are no readings. */
    public List<Point> of(Sql sql, int probe, int equipment, Instant from, Instant to) {
        return sql.list(READINGS,
                row -> new Point(row.instant("measured_at"), new Temperature(row.number("milli_celsius"))), probe,
                equipment, from, to);
    }
}
