package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gardefroid.alerting.Severity;
import org.gardefroid.edge.box.Concern.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class BoxStateTest {

    @Test
    void isGoodWhileAllIsSeenAndInRange() {
        BoxState state = States.quiet().vial(1, Duration.ofHours(4)).state();

        assertThat(state.word()).isEqualTo(Light.GOOD);
        assertThat(state.concerns()).isEmpty();
    }

    @Test
    void isUnwatchedWithoutRulesAndWhenNothingWasJudgedForThreeMinutes() {
        assertThat(States.quiet().withoutRules().state().word()).isEqualTo(Light.UNWATCHED);
        assertThat(States.quiet().judged(Duration.ofSeconds(181)).state().word()).isEqualTo(Light.UNWATCHED);
        assertThat(States.quiet().judged(Duration.ofMinutes(3)).state().word()).isEqualTo(Light.GOOD);
    }

    @Test
    void withoutATimeItSaysSoOnceAndWatchesOn() {
        assertThat(States.quiet().withoutTime().state().concerns()).extracting(Concern::kind, Concern::light)
                .containsExactly(tuple(Kind.TIME_UNKNOWN, Light.LOOK));
        assertThat(States.quiet().withoutTime().tooWarm(Severity.CRITICAL).state().word()).isEqualTo(Light.ACT);
        assertThat(States.quiet().withoutTime().judged(Duration.ofSeconds(181)).state().word())
                .isEqualTo(Light.UNWATCHED);
    }

    @Test
    void aProbeThatSaysNothingForAMinuteLeavesTheVaccinesUnwatched() {
        assertThat(States.quiet().silentFor(Duration.ofSeconds(10)).state().word()).isEqualTo(Light.GOOD);
        assertThat(States.quiet().silentFor(Duration.ofSeconds(61)).state().word()).isEqualTo(Light.UNWATCHED);
    }

    @Test
    void aTemperatureOfTenSecondsAgoIsNotShownAsThatOfNow() {
        assertThat(States.quiet().silentFor(Duration.ofSeconds(11)).state().shown().orElseThrow().old()).isTrue();
        assertThat(States.quiet().state().shown().orElseThrow().old()).isFalse();
    }

    @Test
    void nineDegreesAskForALookBeforeTheRuleHasWaitedItsDelay() {
        BoxState state = States.quiet().measuring(9.0).state();

        assertThat(state.word()).isEqualTo(Light.LOOK);
        assertThat(state.concerns()).extracting(Concern::kind).containsExactly(Kind.WARM_NOW);
        assertThat(States.quiet().measuring(8.0).state().word()).isEqualTo(Light.GOOD);
    }

    @Test
    void twoRulesOfOneProbeAreToldOnceAndTheWorseCounts() {
        BoxState state = States.quiet().measuring(9.2).tooWarm(Severity.WARNING).tooWarm(Severity.CRITICAL).state();

        assertThat(state.concerns()).extracting(Concern::kind, Concern::light)
                .containsExactly(tuple(Kind.TOO_WARM, Light.ACT));
    }

    @Test
    void aVialWhoseTimeEndsBetweenTwoJudgingsIsOverAtThatSecond() {
        assertThat(States.quiet().vial(3, Duration.ofSeconds(1)).state().concerns()).extracting(Concern::kind)
                .containsExactly(Kind.DOSE_SOON);
        assertThat(States.quiet().vial(3, Duration.ZERO).state().word()).isEqualTo(Light.ACT);
    }

    @Test
    void theVialThatEndsFirstIsTheNext() {
        BoxState state = States.quiet().vial(1, Duration.ofHours(4)).vial(2, Duration.ofHours(2))
                .vialOfUnknownTime(3).state();

        assertThat(state.next().orElseThrow().number()).isEqualTo(2);
        assertThat(state.running()).extracting(Dose::number).containsExactly(2, 1, 3);
        assertThat(state.concerns()).extracting(Concern::kind).containsExactly(Kind.DOSE_APART);
    }

    @Test
    void ofSeveralThatSoonEndTheFirstToEndIsToldFirst() {
        assertThat(States.quiet().vial(1, Duration.ofMinutes(27)).vial(2, Duration.ofMinutes(9))
                .syringe(4, 1, Duration.ofMinutes(15)).state().concerns()).extracting(Concern::vial)
                .containsExactly(2, 4, 1);
    }

    @Test
    void aBoxThatForgotWhatWasOpenedIsNeverGood() {
        BoxState state = States.quiet().memoryLost("1-4").state();

        assertThat(state.word()).isEqualTo(Light.LOOK);
        assertThat(state.concerns()).extracting(Concern::kind).containsExactly(Concern.Kind.MEMORY_LOST);
    }

    @Test
    void numbersThatFollowEachOtherAreOneRange() {
        assertThat(Card.ranges(List.of(7, 1, 2, 3))).isEqualTo("1-3, 7");
        assertThat(Card.ranges(List.of())).isEqualTo("?");
    }

    @Test
    void aFullCardLeavesTheVaccinesUnwatchedAtOnceAndIsNamedInPlaceOfWhatFollowsFromIt() {
        assertThat(States.quiet().cardFull().state().word()).isEqualTo(Light.UNWATCHED);
        assertThat(States.quiet().cardFull().withoutRules().state().concerns()).extracting(Concern::kind)
                .containsExactly(Concern.Kind.CARD_FULL);
    }

    @Test
    void theWorstIsToldFirst() {
        assertThat(States.quiet().lidOpen().tipped().tooWarm(Severity.CRITICAL).measuring(9).state().concerns())
                .extracting(Concern::kind).containsExactly(Kind.TOO_WARM, Kind.DOOR_OPEN, Kind.TIPPED);
    }

    @Test
    void aLidThatIsOpenForAMinuteIsToldUntilTheRuleHasIt() {
        assertThat(States.quiet().lidOpenFor(Duration.ofSeconds(59)).state().concerns()).isEmpty();
        assertThat(States.quiet().lidOpenFor(Duration.ofSeconds(60)).state().concerns())
                .extracting(Concern::kind, Concern::light).containsExactly(tuple(Kind.LID_OPEN, Light.LOOK));
        assertThat(States.quiet().lidOpenFor(Duration.ofMinutes(6)).lidOpen().state().concerns())
                .extracting(Concern::kind).containsExactly(Kind.DOOR_OPEN);
    }

    @Test
    void whatIsAboutToLeaveItsRangeAsksForALookUntilItHasLeftIt() {
        BoxState ahead = States.quiet().warmingAhead().state();

        assertThat(ahead.word()).isEqualTo(Light.LOOK);
        assertThat(ahead.concerns()).extracting(Concern::kind).containsExactly(Kind.BREACH_AHEAD);
        assertThat(States.quiet().warmingAhead().measuring(8.5).state().concerns()).extracting(Concern::kind)
                .containsExactly(Kind.WARM_NOW);
        assertThat(States.quiet().warmingAhead().measuring(9).tooWarm(Severity.WARNING).state().concerns())
                .extracting(Concern::kind).containsExactly(Kind.TOO_WARM);
    }

    @Test
    void aCalibrationIsDueTheDayAfterItsLastAndChangesNoColour() {
        LocalDate today = LocalDate.ofInstant(States.TEN, ZoneOffset.UTC);
        BoxState due = States.quiet().calibratedUntil(today.minusDays(1)).state();

        assertThat(States.quiet().calibratedUntil(today).state().concerns()).isEmpty();
        assertThat(due.concerns()).extracting(Concern::kind).containsExactly(Concern.Kind.CALIBRATION_DUE);
        assertThat(due.word()).isEqualTo(Light.GOOD);
    }
}
