package org.gardefroid.ingest.receive;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gardefroid.telemetry.DeviceId;

/**
 * How far behind a device is with what it sends: a box that was cut off comes back with its oldest records first, and leaves no
 * hole by which it would be noticed. Only those that are behind are told, so that a thousand devices are not a thousand series.
 */
@Singleton
final class LatenessMetrics implements CommittedConsumer {

    /** What is newer is on its usual way. */
    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final int MOST = 100;

    private final Map<DeviceId, Long> secondsBehind = new ConcurrentHashMap<>();
    private final MultiGauge gauge;

    LatenessMetrics(MeterRegistry registry) {
        this.gauge = MultiGauge.builder("gardefroid.backlog.seconds")
                .description("How old the records are that a device sends, by device, where they come late")
                .register(registry);
    }

    @Override
    public void committed(List<CommittedBatch> batches) {
        for (CommittedBatch batch : batches) {
            if (batch.records().isEmpty()) {
                continue;
            }
            Duration behind = Duration.between(batch.records().getLast().at(), batch.receivedAt());
            if (behind.compareTo(USUAL) > 0) {
                secondsBehind.put(batch.id().device(), behind.toSeconds());
            } else {
                secondsBehind.remove(batch.id().device());
            }
        }
    }

    @Scheduled(fixedDelay = "5s")
    void tell() {
        List<MultiGauge.Row<?>> rows = secondsBehind.entrySet().stream()
                .sorted(Map.Entry.<DeviceId, Long>comparingByValue().reversed())
                .limit(MOST).<MultiGauge.Row<?>>map(
                        behind -> MultiGauge.Row.of(Tags.of("device", behind.getKey().value()),
                                behind.getValue()))
                .toList();
        gauge.register(rows, true);
    }
}
