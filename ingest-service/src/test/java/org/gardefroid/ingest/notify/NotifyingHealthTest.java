package org.gardefroid.ingest.notify;

import io.micronaut.health.HealthStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NotifyingHealthTest {

    @Test
    void aServiceThatNoLongerSendsIsNotReady() {
        assertThat(NotifyingHealth.of(Duration.ofMinutes(5)).getStatus()).isEqualTo(HealthStatus.UP);
        assertThat(NotifyingHealth.of(Duration.ofSeconds(301)).getStatus()).isEqualTo(HealthStatus.DOWN);
    }
}
