package org.gardefroid.ingest.canary;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Tries whether an alarm would come through: receiving, judging and notifying all say that they work, no message has waited for
 * long, and a reading has gone the way of any other, from the broker to its judging.
 */
@Singleton
public class Canary {

    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String WAITING = """
            SELECT count(*) FROM notification WHERE state = 'pending' AND made_at < ?""";

    private final Transactions transactions;
    private final List<HealthIndicator> indicators;
    private final Optional<CanaryReading> reading;

    /** @param reading there is none where the installation has no authority for devices */
    public Canary(Transactions transactions, List<HealthIndicator> indicators, Optional<CanaryReading> reading) {
        this.transactions = transactions;
        this.indicators = List.copyOf(indicators);
        this.reading = reading;
        if (reading.isEmpty()) {
            LOG.warn("the canary sends no reading because=gardefroid.enrolment.authority is not set");
        }
    }

    /** @return what stands in the way; empty if nothing does */
    public Optional<String> fly(Instant now) throws InterruptedException {
        try {
            Optional<String> trouble = waiting(now).or(this::unwell);
            return trouble.isPresent() || reading.isEmpty() ? trouble : reading.get().fly(now);
        } catch (SQLException e) {
            return Optional.of("the database: " + e.getMessage());
        } catch (RuntimeException e) { // such as TLS that cannot be set up; whatever it is, alarms may not come through
            return Optional.of("the canary failed: " + e);
        }
    }

    private Optional<String> waiting(Instant now) throws SQLException {
        return transactions.in(connection -> {
            try (PreparedStatement waiting = connection.prepareStatement(WAITING)) {
                waiting.setObject(1, now.minus(LONGEST_WAIT).atOffset(ZoneOffset.UTC));
                try (ResultSet count = waiting.executeQuery()) {
                    count.next();
                    return count.getInt(1) > 0
                            ? Optional.of(count.getInt(1) + " messages have waited for more than " + LONGEST_WAIT)
                            : Optional.empty();
                }
            }
        });
    }

    private Optional<String> unwell() {
        for (HealthIndicator indicator : indicators) {
            Optional<HealthResult> result = Mono.from(indicator.getResult()).blockOptional(PATIENCE);
            if (result.isEmpty() || !result.get().getStatus().equals(HealthStatus.UP)) {
                return Optional.of(result.map(HealthResult::getName).orElse("an indicator") + " is not well");
            }
        }
        return Optional.empty();
    }
}
