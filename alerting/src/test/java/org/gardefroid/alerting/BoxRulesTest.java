package org.gardefroid.alerting;

import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event.BatteryLevel;
import org.gardefroid.telemetry.Event.VialsStruck;
import org.gardefroid.telemetry.Occurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.judge;
import static org.gardefroid.alerting.Records.minutes;
import static org.gardefroid.alerting.Records.settings;
import static org.gardefroid.alerting.Records.top;

/** What the box tells of itself: its battery, and blows. */
class BoxRulesTest {

    private static final RuleName NAME = new RuleName("rule");
    private static final BatteryRule LOW = new BatteryRule(NAME, Severity.WARNING, 20, minutes(120));
    private static final ShockRule SHOCK = new ShockRule(NAME, Severity.WARNING, minutes(10));

    private static DatedRecord battery(double minute, int percent, int minutesLeft) {
        return new Occurrence(at(minute), new BatteryLevel(percent,
                minutesLeft < 0 ? Optional.empty() : Optional.of(minutes(minutesLeft))));
    }

    private static DatedRecord struck(double minute) {
        return new Occurrence(at(minute), new VialsStruck());
    }

    private static List<Fact> facts(Rule rule, DatedRecord... records) {
        return Records.facts(judge(settings(rule)), List.of(records)).stream().filter(Lasting.class::isInstance)
                .toList();
    }

    private static Lasting fact(Cause cause, double since, Optional<Double> ended) {
        return new Lasting(new FactId(new Subject.WholeEquipment(FRIDGE), NAME, at(since)), cause, Severity.WARNING,
                at(since), ended.map(Records::at));
    }

    /** Percent, minutes left (-1: not known), and whether that is low at 20 % or two hours. */
    @ParameterizedTest
    @CsvSource({"21, -1, false", "20, -1, true", "0, -1, true", "21, 121, false", "21, 120, true", "100, 0, true",
        "20, 6000, true"})
    void aBatteryIsLowAtItsPercentOrItsTimeExactly(int percent, int left, boolean isLow) {
        assertThat(facts(LOW, battery(0, percent, left))).hasSize(isLow ? 1 : 0);
    }

    @Test
    void aBatteryIsLowUntilItIsChargedAndNotAnewWithEachPercent() {
        assertThat(facts(LOW, battery(0, 80, -1), battery(60, 20, -1), battery(90, 19, -1), battery(300, 18, -1),
                battery(310, 25, -1))).containsExactly(fact(Cause.BATTERY_LOW, 60, Optional.of(310.0)));
        assertThat(facts(LOW, battery(0, 15, -1), top(900, 5)))
                .containsExactly(fact(Cause.BATTERY_LOW, 0, Optional.empty()));
    }

    @Test
    void twoLevelsAreAWarningAndThenCritical() {
        BatteryRule empty = new BatteryRule(new RuleName("empty"), Severity.CRITICAL, 5, minutes(30));
        List<Fact> facts = Records.facts(judge(settings(LOW, empty)),
                List.of(battery(0, 20, -1), battery(60, 5, -1), battery(90, 6, 45), battery(95, 30, -1)));
        assertThat(facts).extracting(Fact::severity, fact -> fact.id().since(), fact -> fact.endedAt().orElseThrow())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.WARNING, at(0), at(95)),
                        org.assertj.core.groups.Tuple.tuple(Severity.CRITICAL, at(60), at(90)));
    }

    @Test
    void ofTwoLevelsInTheSameInstantTheEmptierCounts() {
        assertThat(facts(LOW, battery(0, 20, -1), battery(0, 30, -1))).hasSize(1);
        assertThat(facts(LOW, battery(0, 30, -1), battery(0, 20, -1))).hasSize(1);
        assertThat(facts(LOW, battery(0, 30, 100), battery(0, 30, -1))).hasSize(1);
    }

    @Test
    void aBlowIsToldAtOnceAndIsOverTenMinutesAfterTheLast() {
        assertThat(facts(SHOCK, struck(0))).containsExactly(fact(Cause.STRUCK, 0, Optional.empty()));
        assertThat(facts(SHOCK, struck(0), top(9.999, 5))).containsExactly(fact(Cause.STRUCK, 0, Optional.empty()));
        assertThat(facts(SHOCK, struck(0), top(10, 5))).containsExactly(fact(Cause.STRUCK, 0, Optional.of(10.0)));
    }

    @Test
    void aBadRoadIsOneAlarmAndTwoFallsAreTwo() {
        assertThat(facts(SHOCK, struck(0), struck(9), struck(18), struck(18), top(60, 5)))
                .containsExactly(fact(Cause.STRUCK, 0, Optional.of(28.0)));
        assertThat(facts(SHOCK, struck(0), struck(10), top(60, 5))).containsExactly(
                fact(Cause.STRUCK, 0, Optional.of(10.0)), fact(Cause.STRUCK, 10, Optional.of(20.0)));
    }

    @Test
    void theirNumbersHaveLimits() {
        assertThatThrownBy(() -> new BatteryRule(NAME, Severity.WARNING, 100, minutes(1)))
                .hasMessageContaining("0 to 99: 100");
        assertThatThrownBy(() -> new BatteryRule(NAME, Severity.WARNING, 20, minutes(-1)))
                .hasMessageContaining("PT-1M");
        assertThatThrownBy(() -> new BatteryLevel(101, Optional.empty())).hasMessageContaining("0 to 100 % full: 101");
        assertThatThrownBy(() -> new BatteryLevel(50, Optional.of(java.time.Duration.ofSeconds(30))))
                .hasMessageContaining("PT30S");
        assertThatThrownBy(() -> new ShockRule(NAME, Severity.WARNING, minutes(0))).hasMessageContaining("PT0S");
    }
}
