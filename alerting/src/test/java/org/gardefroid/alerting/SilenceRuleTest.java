package org.gardefroid.alerting;

import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.SilenceState.Heard;
import org.gardefroid.alerting.SilenceState.Silent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.minutes;

class SilenceRuleTest {

    private static final RuleName NAME = new RuleName("silence");
    private static final SilenceState HEARD = new Heard(at(0));

    private final SilenceRule rule = new SilenceRule(NAME, Severity.WARNING, minutes(60), minutes(240));

    private SilenceRule.Step tick(SilenceState state, double minutes, PlannedOffline... planned) {
        return rule.tick(state, FRIDGE, List.of(planned), false, new Tick(at(minutes)));
    }

    private static Silence silence(double since, double confirmed, Optional<Double> ended) {
        return new Silence(new FactId(new Subject.WholeEquipment(FRIDGE), NAME, at(since)), Severity.WARNING,
                at(confirmed), ended.map(Records::at));
    }

    @Test
    void isToldOnceTheLongestSilenceHasPassed() {
        assertThat(tick(HEARD, 59.999).told()).isEmpty();
        assertThat(tick(HEARD, 60).told()).contains(silence(0, 60, Optional.empty()));
    }

    @Test
    void isToldOnce() {
        SilenceState silent = tick(HEARD, 60).state();
        assertThat(tick(silent, 61)).isEqualTo(new SilenceRule.Step(silent, Optional.empty()));
    }

    @Test
    void endsWithWhateverIsHeard() {
        SilenceRule.Step step = rule.heard(tick(HEARD, 60).state(), at(75));
        assertThat(step)
                .isEqualTo(new SilenceRule.Step(new Heard(at(75)), Optional.of(silence(0, 60, Optional.of(75.0)))));
    }

    @Test
    void aSignOfLifePutsItOff() {
        SilenceState heard = rule.heard(HEARD, at(30)).state();
        assertThat(rule.wakeAt(heard, List.of(), false)).contains(at(90));
        assertThat(tick(heard, 60).told()).isEmpty();
    }

    @Test
    void whatArrivesInTheWrongOrderTakesNothingBack() {
        assertThat(rule.heard(new Heard(at(30)), at(10)).state()).isEqualTo(new Heard(at(30)));
    }

    @Test
    void aPlannedMissionIsNoSilenceUntilItIsOverdue() {
        PlannedOffline mission = new PlannedOffline(at(10), at(480));
        assertThat(rule.wakeAt(HEARD, List.of(mission), false)).contains(at(540));
        assertThat(tick(HEARD, 539, mission).told()).isEmpty();
        assertThat(tick(HEARD, 540, mission).told()).contains(silence(0, 540, Optional.empty()));
    }

    @Test
    void oneMissionAfterAnotherIsPlannedToo() {
        assertThat(
                rule.wakeAt(HEARD, List.of(new PlannedOffline(at(500), at(900)), new PlannedOffline(at(10), at(480))),
                        false))
                .contains(at(960));
    }

    @Test
    void aMissionThatBeginsLaterExcusesNothing() {
        assertThat(rule.wakeAt(HEARD, List.of(new PlannedOffline(at(61), at(480))), false)).contains(at(60));
    }

    @Test
    void asksForNothingWhileSilent() {
        assertThat(rule.wakeAt(new Silent(silence(0, 60, Optional.empty())), List.of(), false)).isEmpty();
    }

    @Test
    void refusesAMissionThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new PlannedOffline(at(10), at(10))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SilenceRule(NAME, Severity.WARNING, minutes(0), minutes(240)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Severity severityAt(SilenceRule by, double minutes, boolean holdsDoses, PlannedOffline... planned) {
        return by.tick(HEARD, FRIDGE, List.of(planned), holdsDoses, new Tick(at(minutes))).told().map(Fact::severity)
                .orElse(Severity.NOTE);
    }

    /** It stays cold for so long without power, and is critical after so long, in minutes. */
    @ParameterizedTest
    @CsvSource({"240, 180", "600, 540", "120, 60", "90, 45", "30, 15", "2880, 2820"})
    void whatHoldsDosesIsCriticalAnHourBeforeItCeasesToBeColdOrAtHalfOfThatTime(int holdover, int critical) {
        SilenceRule by = new SilenceRule(NAME, Severity.WARNING, minutes(60), minutes(holdover));

        assertThat(severityAt(by, critical - 0.001, true)).isNotEqualTo(Severity.CRITICAL);
        assertThat(severityAt(by, critical, true)).isEqualTo(Severity.CRITICAL);
        assertThat(severityAt(by, holdover, false)).as("it holds none").isNotEqualTo(Severity.CRITICAL);
    }

    @Test
    void theSameSilenceGrowsCriticalAndIsNotAnother() {
        SilenceRule.Step silent = rule.tick(HEARD, FRIDGE, List.of(), true, new Tick(at(60)));
        assertThat(silent.told()).contains(silence(0, 60, Optional.empty()));
        assertThat(rule.wakeAt(silent.state(), List.of(), true)).contains(at(180));
        assertThat(rule.tick(silent.state(), FRIDGE, List.of(), true, new Tick(at(179))).told()).isEmpty();

        Silence critical = rule.tick(silent.state(), FRIDGE, List.of(), true, new Tick(at(180))).told().orElseThrow();
        assertThat(critical.id()).isEqualTo(silence(0, 60, Optional.empty()).id());
        assertThat(critical.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(critical.confirmedAt()).isEqualTo(at(60));
        assertThat(rule.tick(new Silent(critical), FRIDGE, List.of(), true, new Tick(at(181))).told()).isEmpty();
        assertThat(rule.wakeAt(new Silent(critical), List.of(), true)).isEmpty();
    }

    @Test
    void dosesPutIntoWhatIsSilentForLongMakeItCriticalAtOnce() {
        SilenceState silent = tick(HEARD, 60).state();
        assertThat(tick(silent, 400).told()).isEmpty();
        assertThat(rule.tick(silent, FRIDGE, List.of(), true, new Tick(at(400))).told())
                .map(Fact::severity).contains(Severity.CRITICAL);
    }

    @Test
    void noPlannedMissionKeepsABoxColdForLonger() {
        PlannedOffline mission = new PlannedOffline(at(10), at(480));
        assertThat(severityAt(rule, 179, true, mission)).isEqualTo(Severity.NOTE);
        assertThat(severityAt(rule, 180, true, mission)).isEqualTo(Severity.CRITICAL);
        assertThat(severityAt(rule, 539, false, mission)).isEqualTo(Severity.NOTE);
    }

    @Test
    void whoWasAwayHimselfTellsNoSilenceBeforeWhatWasKeptForHimHasCome() {
        Heard heard = new Heard(at(0), at(500));
        assertThat(rule.tick(heard, FRIDGE, List.of(), true, new Tick(at(499))).told()).isEmpty();
        Silence silence = rule.tick(heard, FRIDGE, List.of(), true, new Tick(at(500))).told().orElseThrow();
        assertThat(silence.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(silence.id().since()).as("when it was heard last, and not when we came back").isEqualTo(at(0));
    }

    @Test
    void aHoldoverHasItsLimits() {
        assertThatThrownBy(() -> new SilenceRule(NAME, Severity.WARNING, minutes(60), minutes(0)))
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new SilenceRule(NAME, Severity.WARNING, minutes(60), java.time.Duration.ofDays(15)))
                .hasMessageContaining("at most PT336H: PT360H");
    }
}
