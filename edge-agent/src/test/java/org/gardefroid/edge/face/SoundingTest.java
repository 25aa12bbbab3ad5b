package org.gardefroid.edge.face;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.gardefroid.alerting.Severity;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.States;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SoundingTest {

    private Sounding sounding = Sounding.SILENT;

    @Test
    void nothingIsHeardWhileAllIsGood() {
        assertThat(begun(States.quiet(), 0, 600)).isEmpty();
    }

    @Test
    void eachKindHasAPatternOfItsOwn() {
        assertThat(first(States.quiet().lidOpen())).isEqualTo(Sound.DOOR);
        assertThat(first(States.quiet().tooWarm(Severity.CRITICAL))).isEqualTo(Sound.EXCURSION);
        assertThat(first(States.quiet().vial(1, Duration.ofMinutes(30)))).isEqualTo(Sound.DOSE_SOON);
        assertThat(first(States.quiet().vial(1, Duration.ZERO))).isEqualTo(Sound.DOSE_OVER);
        assertThat(first(States.quiet().lidOpenFor(Duration.ofSeconds(60)))).isEqualTo(Sound.LID);
        assertThat(first(States.quiet().warmingAhead())).isEqualTo(Sound.AHEAD);
        assertThat(first(States.quiet().withoutRules())).isEqualTo(Sound.UNWATCHED);
        assertThat(new HashSet<>(List.of(Sound.values()).stream().map(Sound::beeps).toList()))
                .hasSize(Sound.values().length);
    }

    @Test
    void aVialThatSoonEndsIsHeardAtSixtyThirtyAndTenMinutesAndNotInBetween() {
        assertThat(begun(States.quiet().vial(1, Duration.ofMinutes(65)), 0, 64 * 60))
                .containsExactly(5 * 60, 35 * 60, 55 * 60);
    }

    @Test
    void oneThatWasOverheardInAConsultationOrBehindSomethingWorseIsHeardAfterwards() {
        sounding = sounding.quiet(States.TEN_MILLIS);
        assertThat(begun(States.quiet().vial(1, Duration.ofMinutes(35)), 0, 29 * 60)).containsExactly(15 * 60, 25 * 60);
        sounding = Sounding.SILENT;
        begun(States.quiet().vial(1, Duration.ofMinutes(30)).tooWarm(Severity.CRITICAL), 0, 60);
        assertThat(begun(States.quiet().vial(1, Duration.ofMinutes(30)), 60, 600)).containsExactly(60);
    }

    @Test
    void whoeverAnsweredHasHeardOfTheVialToo() {
        sounding = sounding.answer(at(States.quiet().vial(1, Duration.ofMinutes(31)), 0), States.TEN_MILLIS);
        assertThat(begun(States.quiet().vial(1, Duration.ofMinutes(31)), 0, 300)).containsExactly(60);
    }

    @Test
    void aVialWhoseTimeIsOverIsHeardUntilSomebodyAnswers() {
        assertThat(begun(States.quiet().vial(1, Duration.ZERO), 0, 60)).containsExactly(0, 10, 20, 30, 40, 50);
        sounding = sounding.answer(at(States.quiet().vial(1, Duration.ZERO), 60), States.TEN_MILLIS + 60_000);
        assertThat(begun(States.quiet().vial(1, Duration.ZERO), 60, 600)).isEmpty();
    }

    @Test
    void theMostPressingIsHeardAlone() {
        assertThat(first(States.quiet().lidOpen().vial(1, Duration.ZERO).tooWarm(Severity.CRITICAL)))
                .isEqualTo(Sound.EXCURSION);
    }

    @Test
    void aPatternBeginsAgainAfterItsTimeAndNotBefore() {
        assertThat(begun(States.quiet().lidOpen(), 0, 60)).containsExactly(0, 20, 40);
    }

    @Test
    void whatWasAnsweredIsHeardAgainTenMinutesLaterIfItGoesOn() {
        begun(States.quiet().lidOpen(), 0, 1);
        sounding = sounding.answer(at(States.quiet().lidOpen(), 0), States.TEN_MILLIS);

        assertThat(begun(States.quiet().lidOpen(), 1, 640)).startsWith(600);
    }

    @Test
    void anAnswerDoesNotSilenceWhatComesAfterItNorWhatGrowsWorse() {
        sounding = sounding.answer(at(States.quiet().tooWarm(Severity.WARNING), 0), States.TEN_MILLIS);

        assertThat(begun(States.quiet().tooWarm(Severity.WARNING), 0, 60)).isEmpty();
        assertThat(begun(States.quiet().tooWarm(Severity.CRITICAL), 60, 61)).containsExactly(60);
    }

    @Test
    void whatEndedAndComesAgainIsNews() {
        sounding = sounding.answer(at(States.quiet().lidOpen(), 0), States.TEN_MILLIS);
        begun(States.quiet(), 1, 2);

        assertThat(begun(States.quiet().lidOpen(), 60, 61)).containsExactly(60);
    }

    @Test
    void aConsultationIsQuietForFifteenMinutesAndEndsByItself() {
        sounding = sounding.quiet(States.TEN_MILLIS);

        assertThat(begun(States.quiet().lidOpen(), 0, 920)).startsWith(900);
        assertThat(sounding.isQuiet(States.TEN_MILLIS + Duration.ofMinutes(15).toMillis())).isFalse();
    }

    @Test
    void whatIsUrgentIsHeardDiscreetlyInAConsultation() {
        sounding = sounding.quiet(States.TEN_MILLIS);
        Sounding.Step step = sounding.step(at(States.quiet().vial(1, Duration.ZERO), 0), States.TEN_MILLIS);

        assertThat(step.beeps()).isEqualTo(Sound.DISCREET);
        assertThat(begun(States.quiet().vial(1, Duration.ZERO), 0, 121)).containsExactly(0, 60, 120);
    }

    @Test
    void pressedOverAndOverItIsNeverQuietForMoreThanFifteenMinutesAhead() {
        for (int second = 0; second < 100; second++) {
            sounding = sounding.quiet(States.TEN_MILLIS + second * 1_000L);
        }

        assertThat(sounding.quietLeft(States.TEN_MILLIS + 99_000)).isEqualTo(Duration.ofMinutes(15));
    }

    private Sound first(States states) {
        return Sounding.SILENT.step(at(states, 0), States.TEN_MILLIS).sound().orElseThrow();
    }

    private static BoxState at(States states, int second) {
        return states.later(Duration.ofSeconds(second)).state();
    }

    /** The seconds at which a pattern begins, in a loop of one second. */
    private List<Integer> begun(States states, int from, int to) {
        List<Integer> begun = new ArrayList<>();
        for (int second = from; second < to; second++) {
            Sounding.Step step = sounding.step(at(states, second), States.TEN_MILLIS + second * 1_000L);
            sounding = step.after();
            if (!step.beeps().isEmpty()) {
                begun.add(second);
            }
        }
        return begun;
    }
}
