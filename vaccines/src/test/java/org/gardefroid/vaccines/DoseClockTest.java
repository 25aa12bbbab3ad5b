package org.gardefroid.vaccines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.vaccines.DoseFinding.DeadlineSet;
import org.gardefroid.vaccines.DoseFinding.FigureMissing;
import org.gardefroid.vaccines.DoseFinding.MixedUp;
import org.gardefroid.vaccines.DoseFinding.StartVoided;
import org.gardefroid.vaccines.DoseFinding.TimeOver;
import org.gardefroid.vaccines.DoseFinding.TimeRunsShort;
import org.gardefroid.vaccines.DoseFinding.TimeUnknown;
import org.gardefroid.vaccines.DoseFinding.VialFinished;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.telemetry.VialStep.DILUTED;
import static org.gardefroid.telemetry.VialStep.DRAWN_UP;
import static org.gardefroid.telemetry.VialStep.FINISHED;
import static org.gardefroid.telemetry.VialStep.PUNCTURED;
import static org.gardefroid.telemetry.VialStep.RECONSTITUTED;
import static org.gardefroid.telemetry.VialStep.THAWED;
import static org.gardefroid.telemetry.VialStep.VOIDED;
import static org.gardefroid.vaccines.Doses.all;
import static org.gardefroid.vaccines.Doses.at;
import static org.gardefroid.vaccines.Doses.clock;
import static org.gardefroid.vaccines.Doses.deadline;
import static org.gardefroid.vaccines.Doses.fresh;
import static org.gardefroid.vaccines.Doses.handled;
import static org.gardefroid.vaccines.Doses.tick;

class DoseClockTest {

    private static final Deadline SIX_HOURS = deadline(360, RECONSTITUTED);

    @Test
    void aVialThatNothingWasDoneWithHasNoClock() {
        assertThat(all(clock(), tick(0)).findings()).isEmpty();
        assertThat(clock().status(fresh())).isEqualTo(new DoseStatus.NotStarted());
        assertThat(clock().wakeAt(fresh())).isEmpty();
    }

    @Test
    void reconstitutionSetsTheDeadlineOfTheProfile() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED));
        assertThat(step.findings()).containsExactly(new DeadlineSet(SIX_HOURS));
        assertThat(clock().status(step.state())).isEqualTo(new DoseStatus.Running(SIX_HOURS));
        assertThat(step.wakeAt()).contains(at(300));
    }

    @Test
    void asksToBeWokenSixtyThirtyAndTenMinutesBeforeAndAtTheEnd() {
        DoseStep step = clock().step(fresh(), handled(0, RECONSTITUTED));
        List<Instant> woken = new ArrayList<>();
        List<DoseFinding> told = new ArrayList<>();
        while (step.wakeAt().isPresent()) {
            woken.add(step.wakeAt().get());
            step = clock().step(step.state(), new DoseInput.Tick(step.wakeAt().get()));
            told.addAll(step.findings());
        }
        assertThat(woken).containsExactly(at(300), at(330), at(350), at(360));
        assertThat(told).containsExactly(
                new TimeRunsShort(SIX_HOURS, Duration.ofMinutes(60)),
                new TimeRunsShort(SIX_HOURS, Duration.ofMinutes(30)),
                new TimeRunsShort(SIX_HOURS, Duration.ofMinutes(10)),
                new TimeOver(SIX_HOURS));
    }

    @Test
    void theDeadlineItselfIsTooLate() {
        assertThat(clock().status(all(clock(), handled(0, RECONSTITUTED), tick(359.999)).state()))
                .isInstanceOf(DoseStatus.Running.class);
        assertThat(clock().status(all(clock(), handled(0, RECONSTITUTED), tick(360)).state()))
                .isEqualTo(new DoseStatus.Over(SIX_HOURS));
    }

    @Test
    void oneTickMoreTellsNothingTwice() {
        assertThat(all(clock(), handled(0, RECONSTITUTED), tick(301), tick(302), tick(361), tick(362)).findings())
                .containsExactly(new DeadlineSet(SIX_HOURS), new TimeRunsShort(SIX_HOURS, Duration.ofMinutes(60)),
                        new TimeOver(SIX_HOURS));
    }

    @Test
    void aTickThatSkipsWarningsTellsOnlyTheLast() {
        assertThat(all(clock(), handled(0, RECONSTITUTED), tick(355)).findings())
                .containsExactly(new DeadlineSet(SIX_HOURS), new TimeRunsShort(SIX_HOURS, Duration.ofMinutes(10)));
    }

    @Test
    void aTimeOfThirtyMinutesBeginsWithoutAWarning() {
        DoseStep step = all(clock(), handled(0, DRAWN_UP));
        assertThat(step.findings()).containsExactly(new DeadlineSet(deadline(30, DRAWN_UP)));
        assertThat(step.wakeAt()).contains(at(20));
    }

    @Test
    void aStepAfterTheEndTellsThatItWasTheEndAlready() {
        assertThat(all(clock(), handled(0, RECONSTITUTED), handled(500, DRAWN_UP)).findings())
                .containsExactly(new DeadlineSet(SIX_HOURS), new TimeOver(SIX_HOURS));
    }

    @Test
    void theEarliestDeadlineWins() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), handled(100, DRAWN_UP));
        assertThat(step.findings()).containsExactly(new DeadlineSet(SIX_HOURS),
                new DeadlineSet(deadline(130, DRAWN_UP)));
        assertThat(clock().status(all(clock(), handled(0, RECONSTITUTED), handled(350, DRAWN_UP)).state()))
                .isEqualTo(new DoseStatus.Running(SIX_HOURS));
    }

    @Test
    void theLabelsExpiryIsADeadlineToo() {
        DoseState labelled = DoseState.initial(Doses.VIAL, Doses.PRODUCT, Optional.of(at(120)));
        assertThat(clock().status(clock().step(labelled, handled(0, RECONSTITUTED)).state()))
                .isEqualTo(new DoseStatus.Running(new Deadline(at(120), Optional.empty())));
    }

    @Test
    void theSecondOfTwoReconstitutionsGivesNoMoreTime() {
        assertThat(clock().status(all(clock(), handled(0, RECONSTITUTED), handled(60, RECONSTITUTED)).state()))
                .isEqualTo(new DoseStatus.Running(SIX_HOURS));
    }

    @Test
    void aStepThatCountsFromAnotherHasNoClockOfItsOwn() {
        assertThat(clock().status(all(clock(), handled(0, RECONSTITUTED), handled(200, PUNCTURED)).state()))
                .isEqualTo(new DoseStatus.Running(SIX_HOURS));
    }

    @Test
    void aStepThatCountsFromOneThatWasNotDoneHasNoFigure() {
        DoseStep step = all(clock(), handled(0, PUNCTURED));
        assertThat(step.findings()).containsExactly(new FigureMissing(List.of(PUNCTURED)));
        assertThat(clock().status(step.state()))
                .isEqualTo(new DoseStatus.FigureMissing(List.of(PUNCTURED), Optional.empty()));
    }

    @Test
    void aStepThatTheProfileDoesNotKnowIsNeitherZeroNorUnlimited() {
        DoseStep step = all(clock(), handled(0, THAWED), handled(5, DILUTED));
        assertThat(step.findings()).contains(new FigureMissing(List.of(DILUTED)));
        assertThat(clock().status(step.state())).isEqualTo(
                new DoseStatus.FigureMissing(List.of(DILUTED), Optional.of(deadline(30 * 24 * 60, THAWED))));
    }

    @Test
    void aMistakenStartIsTakenBackAndKept() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), handled(100, DRAWN_UP), handled(101, VOIDED));
        assertThat(step.findings()).endsWith(new StartVoided(new Handling(at(100), DRAWN_UP)),
                new DeadlineSet(SIX_HOURS));
        assertThat(step.state().handlings()).extracting(Handling::step)
                .containsExactly(RECONSTITUTED, DRAWN_UP, VOIDED);
        assertThat(step.wakeAt()).contains(at(300));
    }

    @Test
    void aVoidedOnlyStartLeavesNoClock() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), handled(1, VOIDED), tick(1000));
        assertThat(clock().status(step.state())).isEqualTo(new DoseStatus.NotStarted());
        assertThat(step.findings()).noneMatch(TimeOver.class::isInstance);
    }

    @Test
    void voidingAfterTheEndBringsTheTimeBackAndItRunsOutAgain() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), handled(100, DRAWN_UP), tick(131),
                handled(132, VOIDED), tick(360));
        assertThat(step.findings()).filteredOn(TimeOver.class::isInstance).containsExactly(
                new TimeOver(deadline(130, DRAWN_UP)), new TimeOver(SIX_HOURS));
    }

    @Test
    void aFinishedVialTellsNothingMore() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), handled(50, FINISHED), tick(1000));
        assertThat(step.findings()).containsExactly(new DeadlineSet(SIX_HOURS), new VialFinished(at(50)));
        assertThat(clock().status(step.state())).isEqualTo(new DoseStatus.Finished(at(50), Optional.empty()));
        assertThat(step.wakeAt()).isEmpty();
    }

    @Test
    void aVialFinishedTooLateHadRunOut() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), handled(361, FINISHED));
        assertThat(clock().status(step.state())).isEqualTo(new DoseStatus.Finished(at(361), Optional.of(SIX_HOURS)));
    }

    @Test
    void aFinishThatIsHeardOfLateCorrectsWhatWasSaid() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), tick(400), handled(50, FINISHED));
        assertThat(clock().status(step.state())).isEqualTo(new DoseStatus.Finished(at(50), Optional.empty()));
    }

    @Test
    void aStartThatIsHeardOfLateIsToldAsLateAsItIs() {
        assertThat(all(clock(), tick(355), handled(0, RECONSTITUTED)).findings()).containsExactly(
                new DeadlineSet(SIX_HOURS), new TimeRunsShort(SIX_HOURS, Duration.ofMinutes(10)));
        assertThat(all(clock(), tick(500), handled(0, RECONSTITUTED)).findings()).containsExactly(
                new DeadlineSet(SIX_HOURS), new TimeOver(SIX_HOURS));
    }

    @Test
    void repeatsChangeNothing() {
        DoseState once = all(clock(), handled(0, RECONSTITUTED), tick(10)).state();
        DoseStep again = clock().step(once, handled(0, RECONSTITUTED));
        assertThat(again.state()).isEqualTo(once);
        assertThat(again.findings()).isEmpty();
    }

    @Test
    void withoutATrustedTimeTheClockSaysSo() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), new DoseInput.TimeLost());
        assertThat(step.findings()).last().isEqualTo(new TimeUnknown());
        assertThat(clock().status(step.state())).isEqualTo(new DoseStatus.TimeUnknown());
        assertThat(step.wakeAt()).isEmpty();
    }

    @Test
    void whatWasOverBeforeTheTimeWasLostIsOver() {
        assertThat(clock().status(all(clock(), handled(0, RECONSTITUTED), tick(360), new DoseInput.TimeLost()).state()))
                .isEqualTo(new DoseStatus.Over(SIX_HOURS));
    }

    @Test
    void theTimeIsBackWithTheNextTick() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED), new DoseInput.TimeLost(), tick(355));
        assertThat(clock().status(step.state())).isEqualTo(new DoseStatus.Running(SIX_HOURS));
        assertThat(step.findings()).last().isEqualTo(new TimeRunsShort(SIX_HOURS, Duration.ofMinutes(10)));
    }

    @Test
    void anUnopenedVialNeedsNoTime() {
        assertThat(clock().status(all(clock(), new DoseInput.TimeLost()).state()))
                .isEqualTo(new DoseStatus.NotStarted());
    }

    @Test
    void aStartAtAnUnknownTimeIsUnknown() {
        DoseStep step = all(clock(), tick(0), new DoseInput.HandledUndated(Doses.PRODUCT, RECONSTITUTED));
        assertThat(step.findings()).containsExactly(new TimeUnknown());
        assertThat(clock().status(step.state())).isEqualTo(new DoseStatus.TimeUnknown());
    }

    @Test
    void aStartThatIsDatedLaterCountsFromItsDate() {
        DoseState dated = all(clock(), tick(0), new DoseInput.HandledUndated(Doses.PRODUCT, RECONSTITUTED),
                new DoseInput.Dated(at(10), Doses.PRODUCT, RECONSTITUTED)).state();
        DoseState known = all(clock(), tick(0), handled(10, RECONSTITUTED)).state();
        assertThat(dated).isEqualTo(known);
        assertThat(clock().status(dated)).isInstanceOf(DoseStatus.Running.class);
    }

    @Test
    void aVialHandledAsAnotherProductIsMixedUp() {
        DoseStep step = all(clock(), handled(0, RECONSTITUTED),
                new DoseInput.Handled(at(10), Doses.OTHER_PRODUCT, DRAWN_UP));
        assertThat(step.findings()).contains(new MixedUp());
        assertThat(step.state().mixedUp()).isTrue();
    }
}
