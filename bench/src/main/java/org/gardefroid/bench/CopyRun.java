package org.gardefroid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.gardefroid.ingest.store.BinaryCopy;

/**
 * What the database alone takes: binary COPY by one connection of such readings as the devices send, in transactions as large
 * as the service's, into a table made like the service's own.
 */
final class CopyRun {

    private static final String COLUMNS = " (measured_at, source, probe, milli_celsius, fault)";
    private static final int READINGS_PER_MESSAGE = 20;
    private static final int MESSAGES_PER_TRANSACTION = 1_000;
    private static final Duration DEPTH = Duration.ofDays(5);

    private final BenchSite site;
    private final int devices;
    private Instant at;

    CopyRun(BenchSite site, int devices, Instant now) {
        this.site = site;
        this.devices = devices;
        this.at = now.minus(DEPTH);
    }

    /** The same columns, checks and index, and chunks where there are chunks. */
    void prepare() throws SQLException {
        try (Connection connection = site.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare_copy (LIKE reading INCLUDING ALL)");
            if (site.database().hasTimescale()) {
                statement.execute("SELECT create_hypertable('bare_copy', by_range('measured_at', INTERVAL '7 days'),"
                        + " create_default_indexes => false)");
            }
        }
    }

    /** Readings a second. */
    double run(Duration lasts) throws SQLException {
        try (Connection connection = site.connect()) {
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            long rows = 0;
            while (System.nanoTime() - began < lasts.toNanos()) {
                rows += copy(connection);
                connection.commit();
            }
            return rows * 1e9 / (System.nanoTime() - began);
        }
    }

    private long copy(Connection connection) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, "bare_copy" + COLUMNS)) {
            for (int messages = 0; messages < MESSAGES_PER_TRANSACTION; messages += devices) {
                copyOneMessageOfEach(copy);
            }
            return copy.end();
        }
    }

    private void copyOneMessageOfEach(BinaryCopy copy) throws SQLException {
        for (int device = 1; device <= devices; device++) {
            for (int i = 0; i < READINGS_PER_MESSAGE; i++) {
                copy.row(5).timestamp(at.plusSeconds(i)).int8(device).int4(device)
                        .int4(3_000 + (i * 37 + device) % 4_000)
                        .nothing();
            }
        }
        at = at.plusSeconds(READINGS_PER_MESSAGE);
    }
}
