package org.gardefroid.ingest.judge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** What can be seen of judging from outside. */
@Singleton
final class JudgingMeters {

    private final Counter records;
    private final Counter unplaced;
    private final Counter late;
    private final Counter failures;
    private volatile long oldestUnjudgedNanos;

    JudgingMeters(MeterRegistry registry, HandOver handOver) {
        this.records = registry.counter("gardefroid.judged.records");
        this.unplaced = registry.counter("gardefroid.judged.unplaced");
        this.late = registry.counter("gardefroid.judged.again");
        this.failures = registry.counter("gardefroid.judging.failures");
        registry.gauge("gardefroid.judging.lag.seconds", this, meters -> meters.lagSeconds(handOver));
    }

    /** How long ago the oldest record that is stored and not judged was stored. */
    double lagSeconds(HandOver handOver) {
        long oldest = oldestUnjudgedNanos;
        double inHand = oldest == 0 ? 0 : (System.nanoTime() - oldest) / (double) TimeUnit.SECONDS.toNanos(1);
        return Math.max(inHand, handOver.oldestSeconds().orElse(0.0));
    }

    /** @param nanos when the oldest that is in hand was stored; 0 for nothing */
    void inHandSince(long nanos) {
        oldestUnjudgedNanos = nanos;
    }

    void judged(int count) {
        records.increment(count);
    }

    void unplaced(int count) {
        unplaced.increment(count);
    }

    void again() {
        late.increment();
    }

    void failed() {
        failures.increment();
    }
}
