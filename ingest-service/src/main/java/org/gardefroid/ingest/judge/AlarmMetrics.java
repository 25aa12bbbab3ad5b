package org.gardefroid.ingest.judge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many alarms there have been, whoever raised them: counted where they are kept, so that none is left out. */
@Singleton
final class AlarmMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmMetrics.class);

    private static final String COUNT = """
            SELECT count(*) AS raised, count(cleared_at) AS cleared, count(withdrawn_at) AS withdrawn FROM alarm""";

    private final Transactions transactions;
    private final AtomicLong raised;
    private final AtomicLong cleared;
    private final AtomicLong withdrawn;

    AlarmMetrics(Transactions transactions, MeterRegistry registry) {
        this.transactions = transactions;
        this.raised = counter(registry, "raised");
        this.cleared = counter(registry, "cleared");
        this.withdrawn = counter(registry, "withdrawn");
    }

    private static AtomicLong counter(MeterRegistry registry, String what) {
        AtomicLong count = new AtomicLong();
        FunctionCounter.builder("gardefroid.alarms", count, AtomicLong::doubleValue).tag("what", what)
                .description("Alarms, by what became of them").register(registry);
        return count;
    }

    @Scheduled(fixedDelay = "5s")
    void look() {
        try {
            transactions.in(connection -> {
                try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(COUNT)) {
                    row.next();
                    raised.set(row.getLong("raised"));
                    cleared.set(row.getLong("cleared"));
                    withdrawn.set(row.getLong("withdrawn"));
                }
                return true;
            });
        } catch (SQLException e) {
            LOG.debug("alarms not counted reason={}", e.getMessage());
        }
    }
}
