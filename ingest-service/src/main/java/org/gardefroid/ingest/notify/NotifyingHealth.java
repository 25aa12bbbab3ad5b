package org.gardefroid.ingest.notify;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** An alarm that nobody is told is none: who does not send is not ready. A mail server that is away is not our hanging. */
@Singleton
@Readiness
final class NotifyingHealth implements HealthIndicator {

    /** Many messages to a mail server that answers slowly take minutes. */
    static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

    private final Postman postman;
    private final CascadeLoop cascades;

    NotifyingHealth(Postman postman, CascadeLoop cascades) {
        this.postman = postman;
        this.cascades = cascades;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> of(Collections.max(List.of(postman.sinceRound(), cascades.sinceRound()))));
    }

    static HealthResult of(Duration sinceRound) {
        return HealthResult.builder("notifying",
                sinceRound.compareTo(LONGEST_ROUND) <= 0 ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("secondsSinceRound", sinceRound.toSeconds())).build();
    }
}
