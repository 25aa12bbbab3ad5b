package org.gardefroid.telemetry.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UsualGapTest {

    private static List<Instant> at(Integer... minutes) {
        return Stream.of(minutes).map(minute -> Instant.EPOCH.plus(Duration.ofMinutes(minute))).toList();
    }

    @Test
    void isThreeTimesTheMedianInterval() {
        assertThat(UsualGap.of(at(0, 5, 10, 60))).contains(Duration.ofMinutes(15));
    }

    @Test
    void liesHalfWayBetweenTheMiddleTwoOfAnEvenNumber() {
        assertThat(UsualGap.of(at(0, 5, 10, 25, 65))).contains(Duration.ofMinutes(30)); // 5, 5, 15, 40
    }

    @Test
    void isNotToldByASingleReading() {
        assertThat(UsualGap.of(at(7))).isEmpty();
    }
}
