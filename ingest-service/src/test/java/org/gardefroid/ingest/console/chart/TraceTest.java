package org.gardefroid.ingest.console.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TraceTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(24));
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final Trace trace = new Trace(FROM, TO, 480, FIVE_MINUTES);

    @Test
    void aLineIsNotDrawnAcrossWhatNobodySaw() {
        minutes(0, 100);
        minutes(106, 200);
        assertThat(trace.lines()).hasSize(2);
        assertThat(trace.unobserved()).contains(new Stretch(at(100), at(106)));
    }

    @Test
    void fiveMinutesAreStillOneLine() {
        minutes(0, 100);
        minutes(105, 1_440);
        assertThat(trace.lines()).hasSize(1);
        assertThat(trace.unobserved()).isEmpty();
    }

    @Test
    void theTimeBeforeTheFirstAndAfterTheLastWasNotSeenEither() {
        minutes(60, 120);
        assertThat(trace.unobserved()).containsExactly(new Stretch(FROM, at(60)), new Stretch(at(120), TO));
    }

    @Test
    void withNoReadingAllOfItIsUnobserved() {
        assertThat(trace.unobserved()).containsExactly(new Stretch(FROM, TO));
        assertThat(trace.lines()).isEmpty();
    }

    @Test
    void aDayOfSecondsKeepsItsExtremesAndFewPoints() {
        for (int second = 0; second < 86_400; second++) {
            trace.add(FROM.plusSeconds(second), second == 40_001 ? 12_345 : second == 40_003 ? -678 : 5_000);
        }
        List<Point> line = trace.lines().getFirst();
        assertThat(line).hasSizeLessThanOrEqualTo(4 * 480)
                .contains(new Point(FROM.plusSeconds(40_001), 12_345), new Point(FROM.plusSeconds(40_003), -678));
        assertThat(line).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void whatLiesOutsideTheStretchIsLeftOut() {
        trace.add(FROM.minusSeconds(1), 5_000);
        trace.add(TO.plusSeconds(1), 5_000);
        assertThat(trace.lines()).isEmpty();
    }

    private void minutes(int from, int to) {
        for (int minute = from; minute <= to; minute++) {
            trace.add(at(minute), 5_000);
        }
    }

    private static Instant at(int minute) {
        return FROM.plus(Duration.ofMinutes(minute));
    }
}
