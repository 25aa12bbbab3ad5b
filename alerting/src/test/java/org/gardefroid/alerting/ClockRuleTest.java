package org.gardefroid.alerting;

import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.minutes;

/** A quarter of an hour of nothing but what has no date. */
class ClockRuleTest {

    private static final RuleName NAME = new RuleName("clock");

    private final ClockRule rule = new ClockRule(NAME, Severity.WARNING, minutes(15));
    private ClockRule.State state = ClockRule.State.RIGHT;

    private Optional<Noticed> undated(double minute) {
        return take(rule.undated(state, FRIDGE, at(minute)));
    }

    private Optional<Noticed> dated(double minute) {
        return take(rule.dated(state, at(minute)));
    }

    private Optional<Noticed> take(ClockRule.Step step) {
        state = step.state();
        return step.told();
    }

    private static Noticed wrong(double since, double confirmed, Optional<Double> ended) {
        return new Noticed(new FactId(new Subject.WholeEquipment(FRIDGE), NAME, at(since)), Cause.CLOCK_WRONG,
                Severity.WARNING, at(confirmed), ended.map(Records::at));
    }

    @Test
    void aBoxThatStartsAndHasTheTimeAMinuteLaterIsNone() {
        assertThat(undated(0)).isEmpty();
        assertThat(undated(1)).isEmpty();
        assertThat(dated(1.5)).isEmpty();
        assertThat(undated(20)).as("another start").isEmpty();
    }

    @Test
    void aQuarterOfAnHourWithoutADateIsToldOnceAndEndsWithTheFirst() {
        undated(0);
        assertThat(undated(14.999)).isEmpty();
        assertThat(undated(15)).contains(wrong(0, 15, Optional.empty()));
        assertThat(undated(60)).isEmpty();
        assertThat(dated(61)).contains(wrong(0, 15, Optional.of(61.0)));
        assertThat(state).isEqualTo(ClockRule.State.RIGHT);
    }

    @Test
    void whatCameBeforeAndIsDatedOnlyNowMakesNoClockRight() {
        undated(10);
        assertThat(dated(9)).isEmpty();
        assertThat(undated(25)).contains(wrong(10, 25, Optional.empty()));
    }

    @Test
    void whatWasToldBeforeARestartEndsAfterIt() {
        state = ClockRule.State.told(wrong(0, 15, Optional.empty()));
        assertThat(undated(30)).isEmpty();
        assertThat(dated(31)).contains(wrong(0, 15, Optional.of(31.0)));
    }

    @Test
    void refusesNoTimeAtAll() {
        assertThatThrownBy(() -> new ClockRule(NAME, Severity.WARNING, minutes(0))).hasMessageContaining("PT0S");
    }
}
