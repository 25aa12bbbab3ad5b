package org.gardefroid.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Sees alarms as anybody else would who looks into the database: when one can be read, it is there. */
final class AlarmWatch implements AutoCloseable {

    private static final long LOOK_EVERY_NANOS = 10_000_000;

    private static final String NEW = """
            SELECT a.id, e.name FROM alarm a JOIN equipment e ON e.id = a.equipment
            WHERE a.id > ? AND a.category = 'cold-chain' ORDER BY a.id""";

    private final Connection connection;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("alarm watch").daemon().unstarted(this::run);
    private volatile boolean over;
    private volatile Optional<SQLException> failure = Optional.empty();

    private AlarmWatch(Connection connection) {
        this.connection = connection;
    }

    static AlarmWatch begin(BenchSite site) throws SQLException {
        AlarmWatch watch = new AlarmWatch(site.connect());
        watch.thread.start();
        return watch;
    }

    /** By equipment, the first of each since it began. */
    Map<String, Instant> seen() throws SQLException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return Map.copyOf(seen);
    }

    private void run() {
        try (PreparedStatement select = connection.prepareStatement(NEW)) {
            long last = look(select, Long.MIN_VALUE, false);
            while (!over) {
                last = look(select, last, true);
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        } catch (SQLException e) {
            failure = Optional.of(e);
        }
    }

    private long look(PreparedStatement select, long after, boolean counts) throws SQLException {
        select.setLong(1, after);
        long last = after;
        try (ResultSet row = select.executeQuery()) {
            Instant now = Instant.now();
            while (row.next()) {
                last = row.getLong("id");
                if (counts) {
                    seen.putIfAbsent(row.getString("name"), now);
                }
            }
        }
        return last;
    }

    @Override
    public void close() throws SQLException {
        over = true; // and what it looks for at this moment fails with the connection, which nobody asks about any more
        connection.close();
    }
}
