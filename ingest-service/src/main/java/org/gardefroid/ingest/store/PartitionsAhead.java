package org.gardefroid.ingest.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the months of the batch log before they begin, for a service that runs for years. */
@Singleton
final class PartitionsAhead {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionsAhead.class);

    private final Transactions transactions;

    PartitionsAhead(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = "24h", initialDelay = "24h")
    void make() {
        try {
            transactions.in(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(
                            "SELECT make_batch_log_partitions(current_date, " + Migrations.MONTHS_AHEAD + ")");
                }
            });
        } catch (SQLException e) {
            LOG.warn("months of the batch log not made, they are tomorrow reason={}", e.getMessage());
        }
    }
}
