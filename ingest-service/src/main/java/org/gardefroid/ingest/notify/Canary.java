package org.gardefroid.ingest.notify;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.store.Transactions;
import reactor.core.publisher.Mono;

/**
 * Tries whether an alarm would come through: a row goes into the database and is found there again, receiving, judging and
 * notifying all say that they work, and no message has waited for long.
 */
@Singleton
class Canary {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String WRITE = """
            INSERT INTO canary (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at""";
    private static final String READ = "SELECT at FROM canary WHERE id = 1";
    private static final String WAITING = """
            SELECT count(*) FROM notification WHERE state = 'pending' AND made_at < ?""";

    private final Transactions transactions;
    private final List<HealthIndicator> indicators;

    Canary(Transactions transactions, List<HealthIndicator> indicators) {
        this.transactions = transactions;
        this.indicators = List.copyOf(indicators);
    }

    /** @return what stands in the way; empty if nothing does */
    Optional<String> fly(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS); // as fine as the database keeps it
        try {
            return transactions.in(connection -> {
                try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                    write.setObject(1, now.atOffset(ZoneOffset.UTC));
                    return write.executeUpdate();
                }
            }) == 1 ? read(now).or(this::unwell) : Optional.of("the database does not write");
        } catch (SQLException | RuntimeException e) {
            return Optional.of("the database: " + e.getMessage());
        }
    }

    private Optional<String> read(Instant now) throws SQLException {
        return transactions.in(connection -> {
            try (PreparedStatement read = connection.prepareStatement(READ);
                    PreparedStatement waiting = connection.prepareStatement(WAITING)) {
                waiting.setObject(1, now.minus(LONGEST_WAIT).atOffset(ZoneOffset.UTC));
                try (ResultSet row = read.executeQuery(); ResultSet count = waiting.executeQuery()) {
                    if (!row.next() || row.getObject("at", OffsetDateTime.class).toInstant().isBefore(now)) {
                        return Optional.of("what was written is not there");
                    }
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
