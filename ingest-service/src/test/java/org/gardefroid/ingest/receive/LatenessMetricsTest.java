package org.gardefroid.ingest.receive;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class LatenessMetricsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LatenessMetrics metrics = new LatenessMetrics(registry);

    @Test
    void aBoxThatCatchesUpIsToldWithTheAgeOfWhatItSendsUntilItHasCaughtUp() {
        sends("box-1", NOW.minus(Duration.ofHours(8)));
        sends("box-2", NOW.minus(Duration.ofSeconds(3)));
        metrics.tell();
        assertThat(registry.get("gardefroid.backlog.seconds").gauges()).singleElement().satisfies(gauge -> {
            assertThat(gauge.getId().getTag("device")).isEqualTo("box-1");
            assertThat(gauge.value()).isEqualTo(28_800);
        });

        sends("box-1", NOW.minus(Duration.ofSeconds(5)));
        metrics.tell();
        assertThat(registry.find("gardefroid.backlog.seconds").gauges()).isEmpty();
    }

    private void sends(String device, Instant measured) {
        BatchId id = new BatchId(new DeviceId(device), new JournalId("0123456789abcdef0123456789abcdef"), 1);
        metrics.committed(List.of(new CommittedBatch(id, 1, Optional.empty(), NOW,
                List.of(new Reading(new ProbeId("p"), measured, Temperature.ofCelsius(5))))));
    }
}
