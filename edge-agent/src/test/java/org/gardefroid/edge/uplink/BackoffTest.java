package org.gardefroid.edge.uplink;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new Random(7));

    @Test
    void growsToItsLimitAndNotBeyond() {
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
        assertThat(IntStream.range(0, 200).mapToObj(_ -> backoff.next())).allMatch(wait -> wait.toMillis() <= 30_000)
                .anyMatch(wait -> wait.toMillis() > 25_000).anyMatch(wait -> wait.toMillis() < 5_000);
    }

    @Test
    void beginsAnewAfterAConnectionThatLasted() {
        IntStream.range(0, 20).forEach(_ -> backoff.next());
        backoff.succeeded();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }
}
