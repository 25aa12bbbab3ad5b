package org.gardefroid.alerting;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DatedRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.FAULT;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.TOP_PROBE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.celsius;
import static org.gardefroid.alerting.Records.every;
import static org.gardefroid.alerting.Records.judge;
import static org.gardefroid.alerting.Records.minutes;
import static org.gardefroid.alerting.Records.settings;
import static org.gardefroid.alerting.Records.top;

/** "Above 8 °C for 30 minutes in all", where half an hour without a reading is a gap; the day begins at 8:00. */
class CumulativeRuleTest {

    private static final RuleName SUM = new RuleName("sum");
    private static final CumulativeSpan LIFE = new CumulativeSpan.Life();
    /** Where 16:00 UTC is midnight: 480 minutes from eight. */
    private static final CumulativeSpan DAY = new CumulativeSpan.Day(ZoneId.of("Asia/Singapore"));
    private static final double MIDNIGHT = 480;

    private static CumulativeRule rule(CumulativeSpan span, long minutes) {
        return new CumulativeRule(SUM, Severity.CRITICAL, new Bound.Above(celsius(8)), minutes(minutes), span);
    }

    private static List<Fact> sums(CumulativeRule rule, Collection<? extends DatedRecord> records) {
        return Records.facts(judge(settings(rule)), records).stream()
                .filter(CumulativeExcursion.class::isInstance).toList();
    }

    private static CumulativeExcursion sum(
            double since, double confirmed, Optional<Double> ended, double worst, double worstAt, double timeOut) {
        return new CumulativeExcursion(new FactId(TOP_PROBE, SUM, at(since)), new Bound.Above(celsius(8)),
                Severity.CRITICAL, at(confirmed), ended.map(Records::at), celsius(worst), at(worstAt),
                Duration.between(at(0), at(timeOut)));
    }

    @Test
    void addsUpTimeOutOfRangeHoweverOftenItWasBack() {
        assertThat(sums(rule(LIFE, 30), every(10, 9, 9, 5, 5, 11, 9, 5)))
                .containsExactly(sum(0, 50, Optional.of(60.0), 11, 40, 40));
    }

    @Test
    void whileItGoesOnItsSumIsToldEachQuarterOfAnHourAndNotWithEachReading() {
        assertThat(sums(rule(LIFE, 30), every(5, 9, 9, 9, 9, 9, 9, 9, 9, 9))).containsExactly(
                sum(0, 30, Optional.empty(), 9, 0, 30));
        assertThat(sums(rule(LIFE, 30), every(5, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9))).containsExactly(
                sum(0, 30, Optional.empty(), 9, 0, 45));
    }

    @Test
    void aReadingOutHoldsUntilTheNextSoTheOneThatSeesItBackMayConfirm() {
        assertThat(sums(rule(LIFE, 30), every(10, 9, 9, 9, 5))).containsExactly(
                sum(0, 30, Optional.of(30.0), 9, 0, 30));
    }

    @Test
    void aMinuteLessThanTheLimitIsNone() {
        assertThat(sums(rule(LIFE, 31), every(10, 9, 9, 9, 5))).isEmpty();
    }

    @Test
    void theLimitReachedExactlyIsReached() {
        assertThat(sums(rule(LIFE, 30), every(10, 9, 9, 9, 9))).containsExactly(
                sum(0, 30, Optional.empty(), 9, 0, 30));
    }

    @Test
    void aLimitOfZeroIsReachedByOneReading() {
        assertThat(sums(rule(LIFE, 0), every(10, 5, 9))).containsExactly(sum(10, 10, Optional.empty(), 9, 10, 0));
    }

    @Test
    void eightDegreesAreNotCounted() {
        assertThat(sums(rule(LIFE, 0), every(10, 8, 8))).isEmpty();
    }

    @Test
    void whatNobodySawIsNotCounted() {
        assertThat(sums(rule(LIFE, 30), List.of(top(0, 9), top(31, 9), top(60, 9)))).isEmpty();
        assertThat(sums(rule(LIFE, 30), List.of(top(0, 9), top(31, 9), top(61, 9))))
                .containsExactly(sum(0, 61, Optional.empty(), 9, 0, 30));
    }

    @Test
    void aFaultIsNoTemperatureAndTheOneBeforeHoldsOverIt() {
        assertThat(sums(rule(LIFE, 30), every(10, 9, FAULT, FAULT, 9)))
                .containsExactly(sum(0, 30, Optional.empty(), 9, 0, 30));
    }

    @Test
    void endsWithTheLastReadingOutWhereNobodySawItComeBack() {
        assertThat(sums(rule(LIFE, 10), List.of(top(0, 9), top(10, 9), top(90, 5))))
                .containsExactly(sum(0, 10, Optional.of(10.0), 9, 0, 10));
    }

    @Test
    void goesOnWhenItIsOutOnceMore() {
        assertThat(sums(rule(LIFE, 10), every(10, 9, 9, 5, 5, 9))).containsExactly(
                sum(0, 10, Optional.empty(), 9, 0, 20));
    }

    @Test
    void eachDayIsAddedUpForItself() {
        double eve = MIDNIGHT - 60;
        assertThat(sums(rule(DAY, 30), List.of(top(eve, 9), top(eve + 20, 5), top(eve + 40, 5), top(MIDNIGHT, 9),
                top(MIDNIGHT + 20, 5)))).isEmpty();
        assertThat(sums(rule(LIFE, 30), List.of(top(eve, 9), top(eve + 20, 5), top(eve + 40, 5), top(MIDNIGHT, 9),
                top(MIDNIGHT + 20, 5)))).hasSize(1);
    }

    @Test
    void aStretchOverMidnightIsTwoOneForEachDay() {
        double before = MIDNIGHT - 35;
        double after = MIDNIGHT + 5;
        assertThat(sums(rule(DAY, 30), List.of(top(before, 9), top(before + 20, 10), top(after, 9), top(after + 20, 9),
                top(after + 40, 5)))).containsExactly(
                        sum(before, MIDNIGHT, Optional.of(MIDNIGHT), 10, before + 20, 35),
                        sum(after, after + 40, Optional.of(after + 40), 9, after, 45));
    }

    @Test
    void aReadingThatHoldsOverMidnightCountsFromMidnight() {
        assertThat(sums(rule(DAY, 20), List.of(top(MIDNIGHT - 5, 9), top(MIDNIGHT + 20, 5))))
                .containsExactly(sum(MIDNIGHT, MIDNIGHT + 20, Optional.of(MIDNIGHT + 20), 9, MIDNIGHT, 20));
    }

    @Test
    void backInRangeAtMidnightIsNothingOfTheNewDay() {
        assertThat(sums(rule(DAY, 0), List.of(top(MIDNIGHT - 5, 9), top(MIDNIGHT, 5))))
                .containsExactly(sum(MIDNIGHT - 5, MIDNIGHT - 5, Optional.of(MIDNIGHT), 9, MIDNIGHT - 5, 5));
    }

    @Test
    void theLongDayOfAutumnHasTwentyFiveHours() {
        CumulativeSpan paris = new CumulativeSpan.Day(ZoneId.of("Europe/Paris"));
        var midnight = java.time.Instant.parse("2026-10-24T22:00:00Z");
        assertThat(paris.endAfter(midnight)).isEqualTo(midnight.plus(Duration.ofHours(25)));
        assertThat(paris.endAfter(midnight.minusMillis(1))).isEqualTo(midnight);
    }

    @Test
    void endsWhenItsRuleIsTakenOffAndNotBefore() {
        Judge judge = new Judge(SettingsHistory.of(settings(rule(LIFE, 10))).then(at(25), settings()));
        assertThat(Records.facts(judge, every(10, 9, 9, 9, 9)))
                .containsExactly(sum(0, 10, Optional.of(25.0), 9, 0, 20));
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> rule(LIFE, -1)).hasMessageContaining("limit must not be negative: PT-1M");
    }

    @Test
    void itsStateComesBackAsItWent() {
        EquipmentFold fold = new EquipmentFold(settings(rule(LIFE, 10)));
        EquipmentState state = EquipmentState.initial(FRIDGE);
        for (DatedRecord record : every(10, 9, 9, 5)) {
            state = fold.step(state, record).state();
            assertThat(EquipmentStateCodec.decode(EquipmentStateCodec.encode(state))).contains(state);
        }
        assertThat(state.ongoing()).isEmpty();
        assertThat(state.standing()).hasSize(1);
    }
}
