package org.gardefroid.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class MetricsTest {

    private static final String BEFORE = """
            # TYPE took_seconds histogram
            took_seconds_bucket{le="0.01"} 100.0
            took_seconds_bucket{le="0.02"} 100.0
            took_seconds_bucket{le="+Inf"} 100.0
            seen_total{kind="a"} 3.0
            seen_total{kind="b"} 4.0
            """;
    private static final String AFTER = """
            took_seconds_bucket{le="0.01"} 150.0
            took_seconds_bucket{le="0.02"} 198.0
            took_seconds_bucket{le="+Inf"} 200.0
            seen_total{kind="a"} 5.0
            seen_total{kind="b"} 4.0
            """;

    private final Metrics before = Metrics.parse(BEFORE);
    private final Metrics after = Metrics.parse(AFTER);

    @Test
    void aQuantileIsOfWhatCameSinceAndNotOfAllThereEverWas() {
        assertThat(after.quantileSince(before, "took_seconds", 0.5).orElseThrow()).isEqualTo(0.01, offset(1e-9));
        assertThat(after.quantileSince(before, "took_seconds", 0.74).orElseThrow()).isEqualTo(0.015, offset(1e-9));
    }

    @Test
    void whatLiesBeyondTheLastBucketIsToldAsItsEnd() {
        assertThat(after.quantileSince(before, "took_seconds", 0.99).orElseThrow()).isEqualTo(0.02, offset(1e-9));
    }

    @Test
    void nothingSinceHasNoQuantile() {
        assertThat(before.quantileSince(before, "took_seconds", 0.5)).isEmpty();
        assertThat(before.quantileSince(before, "no_such", 0.5)).isEmpty();
    }

    @Test
    void aTotalIsOverAllLabels() {
        assertThat(after.since(before, "seen_total")).isEqualTo(2.0);
        assertThat(after.total("seen")).isEmpty();
    }
}
