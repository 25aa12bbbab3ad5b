package org.gardefroid.ingest.receive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.gardefroid.telemetry.Rejection;

/** What the receiving half tells about itself. Names are part of the dashboards. */
@Singleton
final class ReceiveMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(35),
        Duration.ofMillis(50),
        Duration.ofMillis(75), Duration.ofMillis(100), Duration.ofMillis(150), Duration.ofMillis(200),
        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)};

    private final MeterRegistry registry;
    private final Counter batches;
    private final Counter readings;
    private final Counter repeats;
    private final Counter forks;
    private final Counter retries;
    private final Timer commit;
    private final Timer receiveToCommit;
    private final Map<Rejection, Counter> quarantined = new EnumMap<>(Rejection.class);

    ReceiveMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Rejection reason : Rejection.values()) { // all from the start: what is not there cannot be told from nothing
            quarantined.put(reason, Counter.builder("gardefroid.quarantined").description("Messages kept in quarantine")
                    .tag("reason", reason.code()).register(registry));
        }
        this.batches = counter("gardefroid.batches", "Batches stored");
        this.readings = counter("gardefroid.readings", "Readings stored");
        this.repeats = counter("gardefroid.repeats", "Batches that were stored already");
        this.forks = counter("gardefroid.forks", "Known numbers that came with other bytes");
        this.retries = counter("gardefroid.store.retries", "Groups tried again because the database was not there");
        this.commit = timer("gardefroid.commit",
                "From the beginning of a group's transaction to the end of its commit");
        this.receiveToCommit = timer("gardefroid.receive.to.commit",
                "From a message's arrival to the end of its commit");
    }

    void stored(int batchCount, int readingCount) {
        batches.increment(batchCount);
        readings.increment(readingCount);
    }

    void repeated() {
        repeats.increment();
    }

    void quarantined(Rejection reason) {
        if (reason == Rejection.FORK) {
            forks.increment();
        }
        Objects.requireNonNull(quarantined.get(reason)).increment();
    }

    void retried() {
        retries.increment();
    }

    void committed(long tookNanos) {
        commit.record(Duration.ofNanos(tookNanos));
    }

    void receivedToCommitted(long nanos) {
        receiveToCommit.record(Duration.ofNanos(nanos));
    }

    void watchQueue(Supplier<Number> size) {
        Gauge.builder("gardefroid.queue", size).description("Messages waiting to be stored").register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS)
                .publishPercentiles(0.5, 0.99).register(registry);
    }
}
