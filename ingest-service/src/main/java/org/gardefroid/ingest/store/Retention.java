package org.gardefroid.ingest.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each day, drops what is older than is kept, and makes the months of the batch log that are to come.
 *
 * <p>By age alone: an alarm that nobody has closed for five years does not keep its readings. Hours and days made of the
 * readings, events, facts, alarms and the audit log stay, and so does the guard: a batch whose line is gone is still known to
 * be stored.
 */
@Singleton
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Behind somebody who waits for a whole table all others wait as well, those who store readings too. */
    private static final String WAIT_BRIEFLY = "SET LOCAL lock_timeout = '2s'";

    private final RetentionSettings settings;
    private final Transactions transactions;
    private final InstantSource clock;

    Retention(RetentionSettings settings, Transactions transactions, InstantSource clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Soon after a start, for a service that is started again each night would else never come to it. */
    @Scheduled(fixedDelay = "24h", initialDelay = "10m")
    void daily() {
        daily(clock.instant());
    }

    /** Each of the three for itself: one that is in somebody's way is done the next day. */
    void daily(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        call("SELECT 0 FROM make_batch_log_partitions(?, " + Migrations.MONTHS_AHEAD + ")", today);
        dropped("readings", "SELECT drop_readings_before(?)", now.minus(settings.readings()));
        dropped("batch-log", "SELECT drop_batch_log_before(?)", now.minus(settings.batchLog()));
    }

    private void dropped(String what, String sql, Instant before) {
        long dropped = call(sql, before.atOffset(ZoneOffset.UTC));
        if (dropped > 0) {
            LOG.info("dropped what is older than is kept what={} before={} parts={}", what, before, dropped);
        }
    }

    private long call(String sql, Temporal until) {
        try {
            return transactions.in(connection -> {
                try (Statement limit = connection.createStatement();
                        PreparedStatement call = connection.prepareStatement(sql)) {
                    limit.execute(WAIT_BRIEFLY);
                    call.setObject(1, until);
                    ResultSet row = call.executeQuery();
                    row.next();
                    return row.getLong(1);
                }
            });
        } catch (SQLException e) {
            LOG.warn("not done, it is tomorrow sql={} until={} reason={}", sql, until, e.getMessage());
            return 0;
        }
    }
}
