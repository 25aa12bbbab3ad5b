package org.gardefroid.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A year of readings of the first device's refrigerator, one a minute; and how long it takes to judge all of them again, because
 * one of a year ago has come late.
 */
final class YearAgain {

    static final int DAYS = 366;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String STORE = """
            INSERT INTO reading (measured_at, source, probe, milli_celsius)
            SELECT date_trunc('minute', now()) - make_interval(mins => minute), 0, p.id, 5000 + (minute * 37) % 2000
            FROM probe p, generate_series(5, 365 * 24 * 60 + 4) minute WHERE p.name = ?""";

    private static final String FOUND = "SELECT EXISTS (SELECT FROM excursion WHERE since < now() - interval '360 days')";

    private final BenchSite site;

    YearAgain(BenchSite site) {
        this.site = site;
    }

    void store() throws SQLException {
        try (Connection connection = site.connect();
                PreparedStatement insert = connection.prepareStatement(STORE);
                Statement analyze = connection.createStatement()) {
            insert.setString(1, Load.probe(0));
            insert.executeUpdate();
            analyze.execute("ANALYZE reading");
        }
    }

    /**
     * Until what follows from the late reading can be read.
     *
     * @param send sends it, and says when it did
     */
    Duration judgedAgain(Supplier<Instant> send) throws SQLException, InterruptedException {
        try (Connection connection = site.connect(); Statement statement = connection.createStatement()) {
            Instant began = send.get();
            while (!found(statement)) {
                if (Duration.between(began, Instant.now()).compareTo(LONGEST) > 0) {
                    throw new RunFailure("a year was not judged again within " + LONGEST.toMinutes() + " minutes");
                }
                Thread.sleep(20);
            }
            return Duration.between(began, Instant.now());
        }
    }

    private static boolean found(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(FOUND)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
