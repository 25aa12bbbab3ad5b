package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.telemetry.ProbePurpose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ProbeNowTest {

    @Test
    void whatIsMissingForThreeIntervalsIsStillOneLine() {
        assertThat(recordedEvery(Duration.ofMinutes(10)).longestGap()).isEqualTo(Duration.ofMinutes(30));
        assertThat(recordedEvery(Duration.ofHours(1)).longestGap()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void fiveMinutesAreOneLineHoweverOftenARecordIsMade() {
        assertThat(recordedEvery(Duration.ofMinutes(1)).longestGap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(recordedEvery(Duration.ofSeconds(1)).longestGap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(recordedEvery(Duration.ofSeconds(101)).longestGap()).isEqualTo(Duration.ofSeconds(303));
    }

    private static ProbeNow recordedEvery(Duration interval) {
        return new ProbeNow(1, "p", ProbePurpose.PRODUCT, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), interval);
    }
}
