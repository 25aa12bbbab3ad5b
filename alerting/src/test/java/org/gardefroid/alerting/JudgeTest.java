package org.gardefroid.alerting;

import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event.AgentStarted;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.Reading;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.BOTTOM;
import static org.gardefroid.alerting.Records.DOOR;
import static org.gardefroid.alerting.Records.FAULT;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.HIGH;
import static org.gardefroid.alerting.Records.LEFT_OPEN;
import static org.gardefroid.alerting.Records.TOP_PROBE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.door;
import static org.gardefroid.alerting.Records.every;
import static org.gardefroid.alerting.Records.facts;
import static org.gardefroid.alerting.Records.high;
import static org.gardefroid.alerting.Records.judge;
import static org.gardefroid.alerting.Records.reading;
import static org.gardefroid.alerting.Records.settings;
import static org.gardefroid.alerting.Records.top;

class JudgeTest {

    private final Judge judge = judge(settings());

    private Timeline judged(Timeline before, List<? extends DatedRecord> records) {
        return switch (judge.judge(before, records)) {
            case Outcome.Judged(Timeline after, List<Fact> found) -> after;
            case Outcome.Late(var from) -> throw new AssertionError("late: " + from);
        };
    }

    private static DoorLeftOpen leftOpen(double since, Optional<Double> until) {
        return new DoorLeftOpen(new FactId(new Subject.DoorOf(FRIDGE, DOOR), LEFT_OPEN, at(since)), Severity.WARNING,
                at(since + 5).plusMillis(1), until.map(Records::at));
    }

    private static Unobserved unobserved(double since, Optional<Double> until) {
        return new Unobserved(new FactId(TOP_PROBE, Unobserved.RULE, at(since)), at(since + 30).plusMillis(1),
                until.map(Records::at));
    }

    @Test
    void aDoorThatStandsOpenIsToldWithTheFirstRecordAfterwards() {
        assertThat(facts(judge, List.of(door(0, true), top(5.001, 5)))).containsExactly(leftOpen(0, Optional.empty()));
        assertThat(facts(judge, List.of(door(0, true), top(5, 5)))).isEmpty();
    }

    @Test
    void aDoorClosedInTimeIsNoFact() {
        assertThat(facts(judge, List.of(door(0, true), door(4.999, false), top(10, 5)))).isEmpty();
    }

    @Test
    void aDoorLeftOpenIsOverOnceItIsClosed() {
        assertThat(facts(judge, List.of(door(0, true), door(7, false)))).containsExactly(leftOpen(0, Optional.of(7.0)));
    }

    @Test
    void aDoorOpenedTwiceWasOpenedTheFirstTime() {
        assertThat(facts(judge, List.of(door(0, true), door(4, true), top(6, 5))))
                .containsExactly(leftOpen(0, Optional.empty()));
    }

    @Test
    void aDoorIsTheSafeWayRoundWhenItMovesTwiceInAMillisecond() {
        assertThat(facts(judge, List.of(door(0, true), door(0, false), top(6, 5)))).hasSize(1);
    }

    @Test
    void aDoorThatClosesAfterExactlyFiveMinutesWasNotOpenForMore() {
        assertThat(facts(judge, List.of(door(0, true), door(5, false), top(6, 5)))).isEmpty();
    }

    @Test
    void timeMayPassWithoutRecordsWhereAllIsKnown() {
        Timeline open = judged(Timeline.initial(FRIDGE), List.of(door(0, true)));
        assertThat(open.state().wakeAt()).contains(at(5).plusMillis(1));
        assertThat(judge.advance(open, at(5)).facts()).isEmpty();
        Outcome.Judged advanced = judge.advance(open, at(5).plusMillis(1));
        assertThat(advanced.facts()).containsExactly(leftOpen(0, Optional.empty()));
        assertThat(judge.advance(advanced.timeline(), at(6)).facts()).isEmpty();
    }

    @Test
    void aTickStandsAtTheInstantThatWasAskedForNotAtTheOneItCame() {
        Timeline open = judged(Timeline.initial(FRIDGE), List.of(door(0, true)));
        assertThat(judge.advance(open, at(300)).timeline().judgedUpTo()).isEqualTo(at(5).plusMillis(1));
        assertThat(judge.judge(judge.advance(open, at(300)).timeline(), List.of(top(6, 5))))
                .isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void halfAnHourWithoutATemperatureIsUnobserved() {
        assertThat(facts(judge, List.of(top(0, 5), top(31, 5)))).containsExactly(unobserved(0, Optional.of(31.0)));
        assertThat(facts(judge, List.of(top(0, 5), top(30, 5)))).isEmpty();
        Reading justTooLate = new Reading(Records.TOP, at(30).plusMillis(1), Records.celsius(5));
        assertThat(facts(judge, List.of(top(0, 5), justTooLate))).extracting(Fact::endedAt)
                .containsExactly(Optional.of(justTooLate.at()));
    }

    @Test
    void aProbeThatOnlyFailsIsUnobservedThoughRecordsCome() {
        assertThat(facts(judge, every(10, 5, FAULT, FAULT, FAULT, FAULT)))
                .contains(unobserved(0, Optional.empty()));
    }

    @Test
    void aRecordBeforeTheLastIsLateAndNothingIsJudged() {
        Timeline timeline = judged(Timeline.initial(FRIDGE), every(10, 5, 5, 5));
        assertThat(judge.judge(timeline, List.of(top(30, 5), top(15, 5)))).isEqualTo(new Outcome.Late(at(15)));
    }

    @Test
    void aRecordBeforeATickIsLate() {
        Timeline open = judged(Timeline.initial(FRIDGE), List.of(door(0, true)));
        assertThat(judge.judge(judge.advance(open, at(6)).timeline(), List.of(door(4, false))))
                .isEqualTo(new Outcome.Late(at(4)));
    }

    @Test
    void moreOfTheSameInstantIsNotLate() {
        Timeline timeline = judged(Timeline.initial(FRIDGE), List.of(reading(BOTTOM, 10, 5)));
        timeline = judged(timeline, List.of(top(10, 5)));
        timeline = judged(timeline, List.of(top(10, 5), door(10, true)));
        assertThat(timeline.judgedUpTo()).isEqualTo(at(10));
    }

    @Test
    void anotherValueOfTheSameProbeAtTheSameInstantHasToBeJudgedTogether() {
        Timeline timeline = judged(Timeline.initial(FRIDGE), List.of(reading(BOTTOM, 10, 5)));
        timeline = judged(timeline, List.of(top(10, 5)));
        assertThat(judge.judge(timeline, List.of(top(10, 9)))).isEqualTo(new Outcome.Late(at(10)));
    }

    @Test
    void probesThatAreComparedHaveToBeJudgedTogetherThoughOneComesInAMessageOfItsOwn() {
        Timeline bothAt5 = judged(Timeline.initial(FRIDGE), List.of(top(0, 5), reading(BOTTOM, 0, 5)));
        assertThat(judge.judge(judged(bothAt5, List.of(top(20, 9))), List.of(reading(BOTTOM, 20, 9))))
                .isEqualTo(new Outcome.Late(at(20)));
        Timeline inOrder = judged(judged(bothAt5, List.of(reading(BOTTOM, 20, 9))), List.of(top(20, 9)));
        assertThat(judge.judge(inOrder, List.of(reading(BOTTOM, 20, 9)))).isInstanceOf(Outcome.Judged.class);
        Judge ofNone = judge(settings(Records.high(30)));
        assertThat(ofNone.judge(judged(bothAt5, List.of(top(20, 9))), List.of(reading(BOTTOM, 20, 9))))
                .isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void eventsThatNoRuleJudgesOnlyPassTheTime() {
        assertThat(facts(judge, List.of(door(0, true), new Occurrence(at(6), new AgentStarted("1.0")))))
                .containsExactly(leftOpen(0, Optional.empty()));
    }

    @Test
    void eachFactComesInItsLastVersionOnly() {
        assertThat(facts(judge, every(10, 9, 9, 9, 9, 11, 5))).hasSize(1);
    }

    @Test
    void nothingArrivedIsNothingJudged() {
        Timeline timeline = Timeline.initial(FRIDGE);
        assertThat(judge.judge(timeline, List.of())).isEqualTo(new Outcome.Judged(timeline, List.of()));
    }

    @Test
    void settingsJudgeWhatWasMeasuredWhileTheyWereInForce() {
        Judge changing = new Judge(SettingsHistory.of(settings(high(30))).then(at(60), settings(high(10))));
        assertThat(facts(changing, List.of(top(0, 9), top(20, 9), top(25, 5), top(61, 9), top(75, 9))))
                .filteredOn(Excursion.class::isInstance).extracting(Fact::id).containsExactly(Records.id(HIGH, 61));
    }

    @Test
    void aRunGoesOnUnderItsRulesNewNumbers() {
        Judge changing = new Judge(SettingsHistory.of(settings(high(30))).then(at(15), settings(high(10))));
        assertThat(facts(changing, every(10, 9, 9, 9))).extracting(Fact::id, Fact::confirmedAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Records.id(HIGH, 0), at(20)));
    }

    @Test
    void whatNobodyAsksAboutAnyMoreEndsThere() {
        Judge changing = new Judge(SettingsHistory.of(settings())
                .then(at(45), settings(new DoorRule(new RuleName("other"), Severity.WARNING, Records.minutes(9)))));
        assertThat(facts(changing, List.of(door(0, true), top(0, 9), top(15, 9), top(30, 9), top(50, 9))))
                .extracting(Fact::endedAt).containsExactly(Optional.of(at(45)), Optional.of(at(45)));
    }

    @Test
    void aProbeTakenOutEndsWhatWasKnownOfIt() {
        Judge changing = new Judge(SettingsHistory.of(settings())
                .then(at(45), new EquipmentSettings(FRIDGE, List.of(), Records.minutes(30), List.of(high(30)))));
        assertThat(facts(changing, every(10, 9, 9, 9, 9, 9, 9, 9)))
                .extracting(Fact::endedAt).containsExactly(Optional.of(at(45)));
    }

    @Test
    void settingsMustComeInOrderAndBeOfOneEquipment() {
        SettingsHistory history = SettingsHistory.of(settings()).then(at(10), settings());
        assertThatThrownBy(() -> history.then(at(10), settings())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> history.then(at(20),
                Preset.FRIDGE_2_8.settings(new org.gardefroid.telemetry.EquipmentId("other"), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFoldItselfRefusesWhatIsOutOfOrder() {
        EquipmentFold fold = new EquipmentFold(settings());
        EquipmentState state = fold.step(EquipmentState.initial(FRIDGE), top(10, 5)).state();
        assertThatThrownBy(() -> fold.step(state, top(9, 5))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is late");
    }

    @Test
    void theFoldTellsWhenItWantsToBeWoken() {
        EquipmentFold fold = new EquipmentFold(settings());
        Step opened = fold.step(EquipmentState.initial(FRIDGE), door(0, true));
        assertThat(opened.wakeAt()).contains(at(5).plusMillis(1));
        Step told = fold.step(opened.state(), new Tick(at(5).plusMillis(1)));
        assertThat(told.findings()).containsExactly(leftOpen(0, Optional.empty()));
        assertThat(told.wakeAt()).isEmpty();
    }
}
