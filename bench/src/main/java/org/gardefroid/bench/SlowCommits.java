package org.gardefroid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A disk here hardly waits for a commit; this makes each of them wait five milliseconds more, as an honest disk would. */
final class SlowCommits {

    private static final Duration BY = Duration.ofMillis(5);

    private SlowCommits() {}

    static void make(BenchSite site) throws SQLException {
        set(site, "ALTER SYSTEM SET commit_siblings = 0", "ALTER SYSTEM SET commit_delay = " + BY.toNanos() / 1_000);
        if (commitMillis(site) < BY.toMillis()) {
            throw new RunFailure("commits could not be slowed by " + BY.toMillis() + " ms");
        }
    }

    static void undo(BenchSite site) throws SQLException {
        set(site, "ALTER SYSTEM RESET commit_siblings", "ALTER SYSTEM RESET commit_delay");
    }

    private static void set(BenchSite site, String... settings) throws SQLException {
        try (Connection connection = site.connect(); Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            statement.execute("SELECT pg_reload_conf(), pg_sleep(0.5)");
        }
    }

    /** How long a small transaction takes, the shortest of a few. */
    private static double commitMillis(BenchSite site) throws SQLException {
        double shortest = Double.MAX_VALUE;
        try (Connection connection = site.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS small_commit (at timestamptz)");
            for (int i = 0; i < 10; i++) {
                long began = System.nanoTime();
                statement.execute("INSERT INTO small_commit VALUES (now())");
                shortest = Math.min(shortest, (System.nanoTime() - began) / 1e6);
            }
        }
        return shortest;
    }
}
