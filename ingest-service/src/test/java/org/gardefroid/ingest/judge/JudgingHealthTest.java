package org.gardefroid.ingest.judge;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class JudgingHealthTest {

    @Test
    void aServiceWhoseJudgingHangsIsNotReady() {
        assertThat(JudgingHealth.of(Duration.ofSeconds(60)).getStatus()).isEqualTo(HealthStatus.UP);
        assertThat(JudgingHealth.of(Duration.ofMillis(60_001)).getStatus()).isEqualTo(HealthStatus.DOWN);
    }

    @Test
    void nothingThatJudgesMayHangNeitherReadingsNorGoods() {
        List<SignOfLife> oneHangs = List.of(() -> Duration.ZERO, () -> Duration.ofSeconds(61));
        assertThat(Mono.from(new JudgingHealth(oneHangs).getResult()).blockOptional()).get()
                .extracting(HealthResult::getStatus)
                .isEqualTo(HealthStatus.DOWN);
    }
}
