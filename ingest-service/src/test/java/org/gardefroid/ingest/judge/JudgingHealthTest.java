package org.gardefroid.ingest.judge;

import io.micronaut.health.HealthStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JudgingHealthTest {

    @Test
    void aServiceWhoseJudgingHangsIsNotReady() {
        assertThat(JudgingHealth.of(Duration.ofSeconds(60)).getStatus()).isEqualTo(HealthStatus.UP);
        assertThat(JudgingHealth.of(Duration.ofMillis(60_001)).getStatus()).isEqualTo(HealthStatus.DOWN);
    }
}
