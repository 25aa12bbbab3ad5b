package org.gardefroid.alerting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DatedRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.AIR;
import static org.gardefroid.alerting.Records.BOTTOM;
import static org.gardefroid.alerting.Records.FAULT;
import static org.gardefroid.alerting.Records.FREEZE;
import static org.gardefroid.alerting.Records.HIGH;
import static org.gardefroid.alerting.Records.LOW;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.celsius;
import static org.gardefroid.alerting.Records.every;
import static org.gardefroid.alerting.Records.excursions;
import static org.gardefroid.alerting.Records.high;
import static org.gardefroid.alerting.Records.id;
import static org.gardefroid.alerting.Records.minutes;
import static org.gardefroid.alerting.Records.reading;
import static org.gardefroid.alerting.Records.settings;
import static org.gardefroid.alerting.Records.top;

class ExcursionTest {

    private static Excursion only(List<DatedRecord> records) {
        List<Excursion> found = excursions(records);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void isConfirmedOnceTheDelayHasRunAndDatedFromTheFirstReadingOut() {
        assertThat(only(every(10, 5, 8.1, 9, 9.5, 9))).isEqualTo(new Excursion(id(HIGH, 10), high(30).bound(),
                Severity.WARNING, Certainty.OBSERVED, at(40), Optional.empty(), celsius(9.5), at(30), Duration.ZERO));
    }

    @Test
    void endsWithTheFirstReadingInRange() {
        Excursion excursion = only(every(10, 9, 9, 9, 9, 8, 9));
        assertThat(excursion.confirmedAt()).isEqualTo(at(30));
        assertThat(excursion.endedAt()).contains(at(40));
    }

    @Test
    void eightDegreesIsStillInRange() {
        assertThat(excursions(every(10, 8.0, 8.0, 8.0, 8.0, 8.0))).isEmpty();
        assertThat(excursions(every(10, 8.001, 8.001, 8.001, 8.001))).hasSize(1);
    }

    @Test
    void twoDegreesIsStillInRange() {
        assertThat(excursions(every(10, 2.0, 2.0, 2.0, 2.0))).isEmpty();
        assertThat(only(every(10, 1.999, 1.999, 1.999)).id()).isEqualTo(id(LOW, 0));
    }

    @Test
    void minusAHalfIsFreezing() {
        assertThat(excursions(every(10, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5)))
                .extracting(Excursion::id).containsExactly(id(FREEZE, 0), id(LOW, 0));
        assertThat(excursions(every(10, -0.499, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5)))
                .extracting(Excursion::id).containsExactly(id(LOW, 0));
    }

    @Test
    void whatComesBackInTimeIsNoExcursion() {
        assertThat(excursions(every(10, 9, 9, 9, 5, 9, 9, 9, 5))).isEmpty();
    }

    @Test
    void aLowExcursionRemembersTheColdest() {
        Excursion excursion = only(every(10, 1, 0.3, 1.5, 4));
        assertThat(excursion.worst()).isEqualTo(celsius(0.3));
        assertThat(excursion.worstAt()).isEqualTo(at(10));
        assertThat(excursion.cause()).isEqualTo(Cause.TOO_COLD);
    }

    @Test
    void theWorstIsDatedFromWhenItWasFirstReached() {
        assertThat(only(every(10, 9, 11, 11, 9)).worstAt()).isEqualTo(at(10));
    }

    @Test
    void theWorstBeforeTheConfirmationCounts() {
        assertThat(only(every(10, 15, 9, 9, 9)).worst()).isEqualTo(celsius(15));
    }

    @Test
    void airSpikesCondemnNothing() {
        List<DatedRecord> records = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            records.add(reading(AIR, i * 10, 20));
        }
        assertThat(excursions(records)).isEmpty();
    }

    @Test
    void aProbeThatHangsNowhereIsNotJudged() {
        assertThat(excursions(List.of(
                reading(new org.gardefroid.telemetry.ProbeId("elsewhere"), 0, 20),
                reading(new org.gardefroid.telemetry.ProbeId("elsewhere"), 30, 20)))).isEmpty();
    }

    @Test
    void probesAreJudgedEachForItself() {
        List<DatedRecord> records = new ArrayList<>(every(10, 9, 9, 9, 9));
        for (int i = 0; i < 4; i++) {
            records.add(reading(BOTTOM, i * 10, 5));
        }
        assertThat(excursions(records)).extracting(Excursion::id).containsExactly(id(HIGH, 0));
    }

    @Test
    void aFaultDoesNotHideAnExcursion() {
        Excursion excursion = only(every(10, 9, 9, FAULT, 9, 5));
        assertThat(excursion.confirmedAt()).isEqualTo(at(30));
        assertThat(excursion.certainty()).isEqualTo(Certainty.OBSERVED);
        assertThat(excursion.endedAt()).contains(at(40));
    }

    @Test
    void faultsAloneAreNoExcursionAndEndNone() {
        assertThat(excursions(every(10, FAULT, FAULT, FAULT, FAULT, FAULT))).isEmpty();
        assertThat(only(every(10, 9, 9, 9, 9, FAULT, FAULT)).endedAt()).isEmpty();
    }

    @Test
    void outOnBothSidesOfAGapIsAPossibleExcursion() {
        Excursion excursion = only(List.of(top(0, 9), top(31, 9)));
        assertThat(excursion.id()).isEqualTo(id(HIGH, 0));
        assertThat(excursion.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(excursion.unobserved()).isEqualTo(minutes(31));
        assertThat(excursion.messageKey()).isEqualTo("fact.too-warm.possible");
    }

    @Test
    void readingsExactlyTheLongestGapApartAreStillOneRun() {
        Excursion excursion = only(List.of(top(0, 9), top(30, 9)));
        assertThat(excursion.certainty()).isEqualTo(Certainty.OBSERVED);
        assertThat(excursion.unobserved()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aPossibleExcursionIsCertainOnceTheDelayHasRunWithoutABreak() {
        List<DatedRecord> records = new ArrayList<>(List.of(top(0, 9), top(60, 9), top(80, 9)));
        assertThat(only(records).certainty()).isEqualTo(Certainty.POSSIBLE);
        records.add(top(90, 9));
        Excursion excursion = only(records);
        assertThat(excursion.certainty()).isEqualTo(Certainty.OBSERVED);
        assertThat(excursion.id()).isEqualTo(id(HIGH, 0));
        assertThat(excursion.confirmedAt()).isEqualTo(at(60));
        assertThat(excursion.unobserved()).isEqualTo(minutes(60));
    }

    @Test
    void anotherGapBeginsTheCountOfWhatWasSeenAnew() {
        List<DatedRecord> records = new ArrayList<>(
                List.of(top(0, 9), top(60, 9), top(80, 9), top(120, 9), top(140, 9)));
        assertThat(only(records).certainty()).isEqualTo(Certainty.POSSIBLE);
        records.add(top(150, 9));
        assertThat(only(records).certainty()).isEqualTo(Certainty.OBSERVED);
    }

    @Test
    void aGapForgetsNothingAndCarriesNothing() {
        // in range before the gap, or after it: nobody knows of anything out of range for half an hour
        assertThat(excursions(List.of(top(0, 5), top(40, 9), top(60, 9)))).isEmpty();
        assertThat(excursions(List.of(top(0, 9), top(20, 9), top(60, 5)))).isEmpty();
    }

    @Test
    void aGapDoesNotEndAnExcursion() {
        List<DatedRecord> records = new ArrayList<>(every(10, 9, 9, 9, 9));
        records.add(top(300, 9));
        Excursion excursion = only(records);
        assertThat(excursion.endedAt()).isEmpty();
        assertThat(excursion.certainty()).isEqualTo(Certainty.OBSERVED);
        assertThat(excursion.unobserved()).isEqualTo(minutes(270));
    }

    @Test
    void whatLiesUnobservedBeforeTheEndIsCounted() {
        List<DatedRecord> records = new ArrayList<>(every(10, 9, 9, 9, 9));
        records.add(top(100, 5));
        Excursion excursion = only(records);
        assertThat(excursion.endedAt()).contains(at(100));
        assertThat(excursion.unobserved()).isEqualTo(minutes(70));
    }

    @Test
    void moreFaultsThanTheLongestGapAreAGap() {
        Excursion excursion = only(every(10, 9, FAULT, FAULT, FAULT, 9, 5));
        assertThat(excursion.certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aRuleWithoutDelayIsConfirmedByOneReading() {
        assertThat(Records.facts(Records.judge(settings(high(0))), every(10, 9)))
                .extracting(Fact::confirmedAt).containsExactly(at(0));
    }

    @Test
    void aNegativeDelayIsNoRule() {
        assertThatThrownBy(() -> high(-1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delay must not be negative: PT-1M");
    }
}
