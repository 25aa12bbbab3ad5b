package org.gardefroid.alerting;

import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.SilenceState.Heard;
import org.gardefroid.alerting.SilenceState.Silent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.minutes;

class SilenceRuleTest {

    private static final RuleName NAME = new RuleName("silence");
    private static final SilenceState HEARD = new Heard(at(0));

    private final SilenceRule rule = new SilenceRule(NAME, Severity.WARNING, minutes(60));

    private SilenceRule.Step tick(SilenceState state, double minutes, PlannedOffline... planned) {
        return rule.tick(state, FRIDGE, List.of(planned), new Tick(at(minutes)));
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
        assertThat(rule.wakeAt(heard, List.of())).contains(at(90));
        assertThat(tick(heard, 60).told()).isEmpty();
    }

    @Test
    void whatArrivesInTheWrongOrderTakesNothingBack() {
        assertThat(rule.heard(new Heard(at(30)), at(10)).state()).isEqualTo(new Heard(at(30)));
    }

    @Test
    void aPlannedMissionIsNoSilenceUntilItIsOverdue() {
        PlannedOffline mission = new PlannedOffline(at(10), at(480));
        assertThat(rule.wakeAt(HEARD, List.of(mission))).contains(at(540));
        assertThat(tick(HEARD, 539, mission).told()).isEmpty();
        assertThat(tick(HEARD, 540, mission).told()).contains(silence(0, 540, Optional.empty()));
    }

    @Test
    void oneMissionAfterAnotherIsPlannedToo() {
        assertThat(
                rule.wakeAt(HEARD, List.of(new PlannedOffline(at(500), at(900)), new PlannedOffline(at(10), at(480)))))
                .contains(at(960));
    }

    @Test
    void aMissionThatBeginsLaterExcusesNothing() {
        assertThat(rule.wakeAt(HEARD, List.of(new PlannedOffline(at(61), at(480))))).contains(at(60));
    }

    @Test
    void asksForNothingWhileSilent() {
        assertThat(rule.wakeAt(new Silent(silence(0, 60, Optional.empty())), List.of())).isEmpty();
    }

    @Test
    void refusesAMissionThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new PlannedOffline(at(10), at(10))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SilenceRule(NAME, Severity.WARNING, minutes(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
