package org.gardefroid.ingest.judge;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Who stores and does not judge watches over nothing: it is not ready. */
@Singleton
@Readiness
final class JudgingHealth implements HealthIndicator {

    /** A round takes a part of a second, and a database that is away is its own indicator's to tell first. */
    static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

    private final Collection<SignOfLife> judging;

    JudgingHealth(Collection<SignOfLife> judging) {
        this.judging = judging;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> of(
                judging.stream().map(SignOfLife::sinceRound).max(Duration::compareTo).orElseThrow()));
    }

    static HealthResult of(Duration sinceRound) {
        return HealthResult.builder("judging",
                sinceRound.compareTo(LONGEST_ROUND) <= 0 ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("secondsSinceRound", sinceRound.toSeconds())).build();
    }
}
