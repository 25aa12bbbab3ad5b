package org.gardefroid.ingest.rollup;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.ingest.receive.CommittedConsumer;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes hours and days of what was committed, a little later: charts of a year read these, and nothing is judged by them.
 * Making them again is the same, so that a crash or a second instance costs work and no truth.
 */
@Context
public final class Rollups implements CommittedConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(Rollups.class);

    private final RollupSettings settings;
    private final Transactions transactions;
    private final RollupTables tables;
    private final TouchedHours touched = new TouchedHours();
    private volatile boolean stopped;

    Rollups(RollupSettings settings, Transactions transactions, Directories directories) {
        this.settings = settings;
        this.transactions = transactions;
        this.tables = new RollupTables(directories);
    }

    @Override
    public void committed(List<CommittedBatch> batches) {
        touched.add(batches);
    }

    @PostConstruct
    void start() {
        Thread.ofPlatform().name("rollups").daemon().start(this::keep);
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    private void keep() {
        boolean caughtUp = false;
        while (!stopped) {
            try {
                if (!caughtUp) {
                    transactions.in(tables::makeUp);
                    caughtUp = true;
                }
                Thread.sleep(settings.every());
                makeTouched();
            } catch (SQLException e) {
                LOG.warn("hours not made, they are made at the next turn reason={}", e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** What was touched since the last time, now. */
    public void makeTouched() throws SQLException {
        TouchedHours.Taken taken = touched.take();
        if (taken.hours().isEmpty()) {
            return;
        }
        List<TouchedHours.Hour> hours = new ArrayList<>(taken.hours());
        try {
            for (int from = 0; from < hours.size(); from += RollupTables.MOST) {
                List<TouchedHours.Hour> some = hours.subList(from, Math.min(hours.size(), from + RollupTables.MOST));
                transactions.in(connection -> tables.make(connection, some));
            }
            transactions.in(connection -> tables.madeUpTo(connection, taken.lastSource()));
        } catch (SQLException e) {
            touched.addAgain(taken.hours());
            throw e;
        }
    }
}
