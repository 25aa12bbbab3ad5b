package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DatedRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.alerting.Records.HIGH;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.door;
import static org.gardefroid.alerting.Records.every;
import static org.gardefroid.alerting.Records.id;
import static org.gardefroid.alerting.Records.settings;
import static org.gardefroid.alerting.Records.top;

class RewindTest {

    private final Watch watch = new Watch(settings());

    @Test
    void aLateReadingInRangeTakesAnExcursionBackAndItsAlarmWithIt() {
        watch.arrive(List.of(top(0, 9), top(20, 9), top(31, 9)));
        assertThat(watch.facts()).extracting(Fact::id).containsExactly(id(HIGH, 0));
        watch.changes();
        watch.arrive(List.of(top(10, 5)), at(32));
        assertThat(watch.facts()).isEmpty();
        assertThat(watch.changes()).singleElement().isInstanceOf(AlarmChange.Withdrawn.class);
    }

    @Test
    void aLateReadingOutLengthensItToTheFront() {
        watch.arrive(List.of(top(10, 9), top(30, 9), top(40, 9)));
        watch.changes();
        watch.arrive(List.of(top(0, 9)), at(41));
        assertThat(watch.facts()).extracting(Fact::id).containsExactly(id(HIGH, 0));
        assertThat(watch.changes()).singleElement().isInstanceOf(AlarmChange.Lengthened.class);
    }

    @Test
    void aDoorsClosingThatComesLateTakesTheAlarmBack() {
        watch.arrive(List.of(door(0, true)));
        watch.advance(at(6));
        assertThat(watch.alarms()).hasSize(1);
        watch.arrive(List.of(door(2, false)), at(7));
        assertThat(watch.alarms()).isEmpty();
    }

    @Test
    void aNightThatComesInTheMorningIsListedAndWakesNobody() {
        List<DatedRecord> night = every(10, 5, 9, 9, 9, 9, 9, 5);
        watch.arrive(List.of(top(600, 5)));
        watch.arrive(night, at(601));
        assertThat(watch.changes()).singleElement().isInstanceOfSatisfying(AlarmChange.Raised.class,
                raised -> assertThat(raised.telling()).isEqualTo(Telling.LIST));
    }

    @Test
    void aBacklogInOrderIsNotLate() {
        for (DatedRecord record : every(10, 5, 9, 9, 9, 9, 9, 5)) {
            watch.arrive(List.of(record));
        }
        assertThat(watch.rewinds()).isZero();
    }

    @Test
    void statesAreKeptOncePerHourOnTheWay() {
        double[] night = new double[600];
        java.util.Arrays.fill(night, 5);
        List<DatedRecord> backwards = new ArrayList<>(every(1, night));
        Collections.reverse(backwards);
        watch.arrive(backwards.subList(0, 1));
        watch.arrive(backwards.subList(1, 600), at(601));
        assertThat(watch.rewinds()).isEqualTo(1);
        assertThat(watch.checkpointsKept()).isBetween(9, 11);
    }

    @Test
    void goingBackBeginsAtTheCheckpointBeforeAndReadsOnlyFromThere() {
        for (int hour = 0; hour < 5; hour++) {
            watch.arrive(List.of(top(hour * 60, 5), top(hour * 60 + 30, 5)));
        }
        List<Instant> read = new ArrayList<>();
        new Rewind(watch, (equipment, from, each) -> read.add(from)).rejudge(Records.judge(settings()),
                Records.FRIDGE, at(200));
        assertThat(read).containsExactly(at(150));
    }

    @Test
    void aRestartFindsWhatWasOngoing() {
        watch.arrive(every(10, 9, 9, 9, 9));
        watch.restart();
        assertThat(watch.facts()).hasSize(1);
        watch.arrive(List.of(top(40, 5)));
        assertThat(watch.facts()).extracting(Fact::endedAt).containsExactly(Optional.of(at(40)));
        assertThat(watch.alarms()).hasSize(1);
    }

    @Test
    void oneStateIsKeptPerHourForTwoDaysAndThenOnePerDay() {
        Instant now = Instant.parse("2026-03-10T12:00:00Z");
        List<Instant> hourly = new ArrayList<>();
        for (int hours = 0; hours < 24 * 5; hours++) {
            hourly.add(now.minus(Duration.ofHours(hours)));
        }
        List<Instant> kept = new ArrayList<>(hourly);
        kept.removeAll(Checkpoints.superfluous(hourly, now));
        assertThat(kept).filteredOn(at -> !at.isBefore(now.minus(Duration.ofDays(2)))).hasSize(49);
        assertThat(kept).filteredOn(at -> at.isBefore(now.minus(Duration.ofDays(2)))).containsExactlyInAnyOrder(
                Instant.parse("2026-03-08T00:00:00Z"), Instant.parse("2026-03-07T00:00:00Z"),
                Instant.parse("2026-03-06T00:00:00Z"), Instant.parse("2026-03-05T13:00:00Z"));
    }

    @Test
    void aStateIsDueWithEachNewHour() {
        assertThat(Checkpoints.isDue(at(59), at(60))).isTrue();
        assertThat(Checkpoints.isDue(at(0), at(59))).isFalse();
    }
}
