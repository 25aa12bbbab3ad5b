package org.gardefroid.ingest.receive;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.ingest.lease.LeaseKeeper;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready means: connected to the broker, holding a shard, and the database takes what arrives. */
@Singleton
@Readiness
final class ReceivingHealth implements HealthIndicator {

    private final BrokerLink link;
    private final LeaseKeeper leases;
    private final Reception reception;

    ReceivingHealth(BrokerLink link, LeaseKeeper leases, Reception reception) {
        this.link = link;
        this.leases = leases;
        this.reception = reception;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> {
            boolean broker = link.isUp();
            boolean database = reception.databaseAnswers();
            Map<String, Object> details = new TreeMap<>();
            details.put("broker", broker ? "connected" : "not connected");
            details.put("storing", database ? "answers" : "tried again");
            details.put("shards", leases.held().keySet());
            return HealthResult.builder("receiving",
                    broker && database && !leases.held().isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
                    .details(details).build();
        });
    }
}
