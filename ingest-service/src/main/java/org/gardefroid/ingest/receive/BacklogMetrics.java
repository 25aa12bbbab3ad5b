package org.gardefroid.ingest.receive;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What devices are known to have and have not delivered: the holes below the greatest number that has come. Only those of which
 * something is missing are told, so that a thousand devices are not a thousand series.
 */
@Singleton
final class BacklogMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogMetrics.class);

    private static final String MISSING = """
            SELECT d.name, sum(upper(range_merge(j.stored)) - 1
                - (SELECT coalesce(sum(upper(r) - lower(r)), 0)
                   FROM unnest((j.stored + j.dropped + j.rejected) * int8multirange(int8range(1, upper(range_merge(j.stored)))))
                   AS r)) AS missing
            FROM journal j JOIN device d ON d.id = j.device
            WHERE j.stored <> '{}' AND j.stored <> int8multirange(int8range(1, upper(range_merge(j.stored))))
            GROUP BY d.name HAVING count(*) > 0 ORDER BY 2 DESC LIMIT 100
            """;

    private final Transactions transactions;
    private final MultiGauge backlog;

    BacklogMetrics(Transactions transactions, MeterRegistry registry) {
        this.transactions = transactions;
        this.backlog = MultiGauge.builder("gardefroid.backlog")
                .description("Batches known to be missing, by device").register(registry);
    }

    @Scheduled(fixedDelay = "15s", initialDelay = "15s")
    void look() {
        try {
            backlog.register(transactions.in(connection -> {
                List<MultiGauge.Row<?>> rows = new ArrayList<>();
                try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(MISSING)) {
                    while (row.next()) {
                        rows.add(MultiGauge.Row.of(Tags.of("device", row.getString(1)), row.getLong(2)));
                    }
                }
                return rows;
            }), true);
        } catch (SQLException e) {
            LOG.debug("backlog not read reason={}", e.getMessage());
        }
    }
}
