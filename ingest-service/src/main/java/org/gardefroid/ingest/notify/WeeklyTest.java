package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.gardefroid.ingest.store.Transactions;

/** Raises an alarm that nothing is wrong with, once a week at each site: that a telephone rings is known by its ringing. */
@Singleton
final class WeeklyTest {

    /** A service that stood still at the moment itself does it later, but not in the night after. */
    private static final Duration LATEST = Duration.ofHours(6);
    /** After that nobody is called for it any more; that nobody answered stays to be seen. */
    private static final Duration LASTS = Duration.ofHours(1);

    private static final String SITES = """
            SELECT s.id, s.time_zone, (SELECT max(a.raised_at) FROM alarm a WHERE a.site = s.id AND a.rule = 'weekly-test')
                AS last
            FROM site s""";

    private final Transactions transactions;
    private final WatchSettings settings;

    WeeklyTest(Transactions transactions, WatchSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    void round(Instant now) throws SQLException {
        if (!settings.test()) {
            return;
        }
        transactions.in(connection -> {
            SystemAlarms alarms = new SystemAlarms(connection);
            alarms.clear(Trouble.WEEKLY_TEST, now.minus(LASTS), now);
            try (PreparedStatement select = connection.prepareStatement(SITES);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Instant due = settings.weekly().lastUntil(now, ZoneId.of(row.getString("time_zone")));
                    boolean wasDone = Optional.ofNullable(row.getObject("last", OffsetDateTime.class))
                            .filter(last -> !last.toInstant().isBefore(due)).isPresent();
                    if (!wasDone && due.plus(LATEST).isAfter(now)) {
                        alarms.raise(Trouble.WEEKLY_TEST, row.getInt("id"), now);
                    }
                }
            }
            return true;
        });
    }
}
