package org.gardefroid.edge.face;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    void oneThatWasOverheardInAConsultationIsHeardAfterwards() {
        sounding = sounding.quiet(States.TEN_MILLIS);
        assertThat(begun(States.quiet().vial(1, Duration.ofMinutes(35)), 0, 29 * 60)).containsExactly(15 * 60, 25 * 60);
    }

    @Test
    void aWarningAndAnEndAreHeardWithinSecondsBesideWhateverElseSounds() {
        for (States worse : List.of(States.quiet().tipped(), States.quiet().tooWarm(Severity.CRITICAL),
                States.quiet().lidOpen(), States.quiet().lidOpenFor(Duration.ofSeconds(60)),
                States.quiet().withoutRules())) {
            sounding = Sounding.SILENT;
            List<Heard> heard = heard(worse.vial(1, Duration.ofMinutes(65)), 80 * 60, 1);

            assertThat(heard.stream().filter(one -> one.sound() == Sound.DOSE_SOON).map(Heard::second))
                    .satisfiesExactly(at -> assertThat(at).isBetween(5 * 60, 5 * 60 + 10),
                            at -> assertThat(at).isBetween(35 * 60, 35 * 60 + 10),
                            at -> assertThat(at).isBetween(55 * 60, 55 * 60 + 10));
            assertThat(heard.stream().filter(one -> one.sound() == Sound.DOSE_OVER).map(Heard::second))
                    .first().satisfies(at -> assertThat(at).isBetween(65 * 60, 65 * 60 + 10));
        }
    }

    @Test
    void whateverIsToBeHeardIsHeardWithinTwoMinutesHoweverSlowlyTheLoopTurns() {
        States all = States.quiet().tipped().lidOpen().lidOpenFor(Duration.ofSeconds(60)).warmingAhead().withoutRules()
                .vial(1, Duration.ofMinutes(30)).vial(2, Duration.ZERO);
        Set<Sound> due = all.state().concerns().stream().flatMap(concern -> Sound.of(concern).stream())
                .collect(Collectors.toSet());
        assertThat(due).hasSizeGreaterThanOrEqualTo(5);
        for (int turn = 1; turn <= 3; turn++) {
            sounding = Sounding.SILENT;
            assertThat(heard(all, 120, turn).stream().map(Heard::sound)).as("turns of %d s", turn).containsAll(due);
        }
    }

    @Test
    void theMostPressingBeginsAndNoTwoAreEverHeardTogether() {
        States all = States.quiet().tipped().lidOpen().vial(1, Duration.ofMinutes(30)).vial(2, Duration.ZERO);
        List<Heard> heard = heard(all, 600, 1);

        assertThat(heard.stream().map(Heard::sound)).startsWith(Sound.EXCURSION, Sound.DOSE_OVER, Sound.DOOR,
                Sound.DOSE_SOON, Sound.EXCURSION);
        for (int i = 1; i < heard.size(); i++) {
            assertThat(Duration.ofSeconds(heard.get(i).second() - heard.get(i - 1).second()))
                    .isGreaterThanOrEqualTo(heard.get(i - 1).sound().lasts().plus(Sounding.PAUSE));
        }
    }

    @Test
    void anAnswerTakesAwayNoWarningThatHasNotSounded() {
        sounding = sounding.answer(at(States.quiet().vial(1, Duration.ofMinutes(31)), 0), States.TEN_MILLIS);
        assertThat(begun(States.quiet().vial(1, Duration.ofMinutes(31)), 0, 300)).containsExactly(0, 60);
    }

    @Test
    void aVialWhoseTimeIsOverIsHeardUntilSomebodyAnswers() {
        assertThat(begun(States.quiet().vial(1, Duration.ZERO), 0, 60)).containsExactly(0, 10, 20, 30, 40, 50);
        sounding = sounding.answer(at(States.quiet().vial(1, Duration.ZERO), 60), States.TEN_MILLIS + 60_000);
        assertThat(begun(States.quiet().vial(1, Duration.ZERO), 60, 600)).isEmpty();
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
    void twoThatAreUrgentMakeOneDiscreetSoundInAConsultation() {
        sounding = sounding.quiet(States.TEN_MILLIS);

        assertThat(begun(States.quiet().vial(1, Duration.ZERO).tipped(), 0, 121)).containsExactly(0, 60, 120);
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
        return heard(states, from, to, 1).stream().map(Heard::second).toList();
    }

    private record Heard(int second, Sound sound) {}

    private List<Heard> heard(States states, int to, int turnSeconds) {
        return heard(states, 0, to, turnSeconds);
    }

    private List<Heard> heard(States states, int from, int to, int turnSeconds) {
        List<Heard> heard = new ArrayList<>();
        for (int second = from; second < to; second += turnSeconds) {
            Sounding.Step step = sounding.step(at(states, second), States.TEN_MILLIS + second * 1_000L);
            sounding = step.after();
            if (!step.beeps().isEmpty()) {
                heard.add(new Heard(second, step.sound().orElseThrow()));
            }
        }
        return heard;
    }
}
