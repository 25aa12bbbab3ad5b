package org.gardefroid.cli.account;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.gardefroid.testbed.site.Site;

/** Waits until what is stored is judged and what is to be told is told. */
public final class Settling {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Settling() {}

    public static void await(Site site, InstantSource clock) throws SQLException {
        Instant giveUp = clock.instant().plus(LONGEST);
        try (Connection connection = DriverManager.getConnection(site.jdbcUrl(), site.database().superuser(),
                site.database().password()); Statement statement = connection.createStatement()) {
            while (!isSettled(statement) && clock.instant().isBefore(giveUp)) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }

    private static boolean isSettled(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT NOT EXISTS (SELECT FROM notification WHERE state = 'pending')
                   AND NOT EXISTS (SELECT FROM journal LEFT JOIN judged USING (device, journal)
                                   WHERE NOT isempty(stored - coalesce(judged.numbers, '{}')))""")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
