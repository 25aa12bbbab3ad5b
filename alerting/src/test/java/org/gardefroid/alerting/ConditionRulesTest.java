package org.gardefroid.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event.PowerChanged;
import org.gardefroid.telemetry.Event.VialsTurned;
import org.gardefroid.telemetry.Occurrence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.AIR;
import static org.gardefroid.alerting.Records.BOTTOM;
import static org.gardefroid.alerting.Records.DOOR;
import static org.gardefroid.alerting.Records.FAULT;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.TOP;
import static org.gardefroid.alerting.Records.TOP_PROBE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.door;
import static org.gardefroid.alerting.Records.every;
import static org.gardefroid.alerting.Records.judge;
import static org.gardefroid.alerting.Records.minutes;
import static org.gardefroid.alerting.Records.reading;
import static org.gardefroid.alerting.Records.settings;
import static org.gardefroid.alerting.Records.top;

/** What may be so for a while only. Half an hour without a reading is a gap; time is in minutes. */
class ConditionRulesTest {

    private static final RuleName NAME = new RuleName("rule");
    private static final Subject WHOLE = new Subject.WholeEquipment(FRIDGE);
    private static final Subject THE_DOOR = new Subject.DoorOf(FRIDGE, DOOR);

    private static LastingRule lasting(Cause cause, int minutes) {
        return new LastingRule(NAME, Severity.WARNING, cause, minutes(minutes));
    }

    private static Occurrence mains(double minute, boolean on) {
        return new Occurrence(at(minute), new PowerChanged(on));
    }

    private static List<Fact> facts(Rule rule, List<? extends DatedRecord> records) {
        return Records.facts(judge(settings(rule)), records).stream().filter(Lasting.class::isInstance).toList();
    }

    /** @param confirmed what time alone confirms, just after that */
    private static Lasting fact(Subject subject, Cause cause, double since, double confirmed, Optional<Double> ended) {
        boolean isByTime = cause == Cause.MAINS_OFF || cause == Cause.NOT_UPRIGHT;
        return new Lasting(new FactId(subject, NAME, at(since)), cause, Severity.WARNING,
                at(confirmed).plusMillis(isByTime ? 1 : 0),
                ended.map(Records::at));
    }

    @Test
    void moreThanADayWithoutPowerIsPowr() {
        LastingRule powr = lasting(Cause.MAINS_OFF, 24 * 60);
        DatedRecord justAfter = mains(1_440 + 1 / 60_000.0, true);
        assertThat(facts(powr, List.of(mains(0, false), justAfter))).singleElement()
                .satisfies(fact -> assertThat(fact.endedAt()).contains(justAfter.at()));
        assertThat(facts(powr, List.of(mains(0, false), mains(1_440, true)))).isEmpty();
        assertThat(facts(powr, List.of(mains(0, false), top(1_500, 5)))).containsExactly(
                fact(WHOLE, Cause.MAINS_OFF, 0, 1_440, Optional.empty()));
    }

    @Test
    void mainsThatGoTwiceHaveGoneTheFirstTime() {
        assertThat(facts(lasting(Cause.MAINS_OFF, 10), List.of(mains(0, false), mains(5, false), mains(12, true))))
                .containsExactly(fact(WHOLE, Cause.MAINS_OFF, 0, 10, Optional.of(12.0)));
    }

    @Test
    void vialsTippedOverForLongerThanAMoment() {
        LastingRule upright = new LastingRule(NAME, Severity.WARNING, Cause.NOT_UPRIGHT,
                java.time.Duration.ofSeconds(30));
        assertThat(facts(upright, List.of(new Occurrence(at(0), new VialsTurned(false)),
                new Occurrence(at(0.4), new VialsTurned(true))))).isEmpty();
        assertThat(facts(upright, List.of(new Occurrence(at(0), new VialsTurned(false)),
                new Occurrence(at(1), new VialsTurned(true)))))
                .containsExactly(fact(WHOLE, Cause.NOT_UPRIGHT, 0, 0.5, Optional.of(1.0)));
    }

    @Test
    void aProbeIsFaultyWhenItsReadingsSaySoForLongEnough() {
        LastingRule fault = lasting(Cause.PROBE_FAULT, 15);
        assertThat(facts(fault, every(5, 5, FAULT, FAULT, FAULT, FAULT, 5))).containsExactly(
                fact(TOP_PROBE, Cause.PROBE_FAULT, 5, 20, Optional.of(25.0)));
        assertThat(facts(fault, every(5, 5, FAULT, FAULT, FAULT, 5))).isEmpty();
    }

    @Test
    void aFaultIsNotConfirmedByTimeAlone() {
        assertThat(facts(lasting(Cause.PROBE_FAULT, 15), List.of(top(0, FAULT), reading(BOTTOM, 20, 5)))).isEmpty();
    }

    @Test
    void faultsFarApartAreNoLongOne() {
        assertThat(facts(lasting(Cause.PROBE_FAULT, 15), List.of(top(0, FAULT), top(31, FAULT), top(40, FAULT))))
                .isEmpty();
    }

    @Test
    void theAirProbesFaultsAreFaultsToo() {
        assertThat(facts(lasting(Cause.PROBE_FAULT, 5), List.of(reading(AIR, 0, FAULT), reading(AIR, 5, FAULT))))
                .hasSize(1);
    }

    @Test
    void aProbeThatAlwaysSaysTheSameIsStuck() {
        StuckRule stuck = new StuckRule(NAME, Severity.WARNING, minutes(40));
        assertThat(facts(stuck, every(20, 5, 4, 4, 4, 4, 5))).containsExactly(
                fact(TOP_PROBE, Cause.PROBE_STUCK, 20, 60, Optional.of(100.0)));
        assertThat(facts(stuck, every(20, 4, 4, 4.001, 4, 4))).isEmpty();
    }

    @Test
    void theSameBeforeAndAfterAGapIsNotStuckYet() {
        StuckRule stuck = new StuckRule(NAME, Severity.WARNING, minutes(40));
        assertThat(facts(stuck, List.of(top(0, 4), top(20, 4), top(60, 4), top(80, 4)))).isEmpty();
    }

    @Test
    void probesThatAreTooFarApartForTooLongDisagree() {
        DisagreementRule apart = new DisagreementRule(NAME, Severity.WARNING, 2_000, minutes(20));
        assertThat(facts(apart, both(5, 7.1, 7.1, 7.1, 5))).containsExactly(
                fact(WHOLE, Cause.PROBES_DISAGREE, 0, 20, Optional.of(30.0)));
        assertThat(facts(apart, both(5, 7.0, 7.0, 7.0, 7.0))).isEmpty();
    }

    @Test
    void aProbeThatIsSilentDisagreesWithNobody() {
        DisagreementRule apart = new DisagreementRule(NAME, Severity.WARNING, 2_000, minutes(20));
        assertThat(facts(apart, List.of(reading(BOTTOM, 0, 5), top(31, 9), top(45, 9), top(55, 9)))).isEmpty();
    }

    /** The bottom always at that, the top at these, every ten minutes. */
    private static List<DatedRecord> both(double bottom, double... tops) {
        List<DatedRecord> records = new ArrayList<>();
        for (int i = 0; i < tops.length; i++) {
            records.add(reading(BOTTOM, i * 10.0, bottom));
            records.add(reading(TOP, i * 10.0, tops[i]));
        }
        return records;
    }

    @Test
    void oneOpeningTooManyWithinTheHourIsTooOften() {
        DoorCountRule often = new DoorCountRule(NAME, Severity.WARNING, 2, minutes(60));
        assertThat(facts(often, openings(0, 20, 59))).containsExactly(
                fact(THE_DOOR, Cause.DOOR_OPENED_OFTEN, 0, 59, Optional.empty()));
        assertThat(facts(often, openings(0, 20, 60))).isEmpty();
    }

    @Test
    void itIsOverOnceTheHourHasPassedWithoutAnother() {
        List<DatedRecord> records = new ArrayList<>(openings(0, 20, 40));
        records.add(top(70, 5));
        assertThat(facts(new DoorCountRule(NAME, Severity.WARNING, 2, minutes(60)), records)).containsExactly(
                fact(THE_DOOR, Cause.DOOR_OPENED_OFTEN, 0, 40, Optional.of(60.0)));
    }

    @Test
    void anOpeningThatIsToldTwiceIsOne() {
        assertThat(facts(new DoorCountRule(NAME, Severity.WARNING, 2, minutes(60)),
                List.of(door(0, true), door(1, true), door(2, true), door(3, true)))).isEmpty();
    }

    private static List<DatedRecord> openings(double... minutes) {
        List<DatedRecord> records = new ArrayList<>();
        for (double minute : minutes) {
            records.add(door(minute, true));
            records.add(door(minute + 0.5, false));
        }
        return records;
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> lasting(Cause.TOO_WARM, 5)).hasMessageContaining("nothing that lasts: too-warm");
        assertThatThrownBy(() -> lasting(Cause.MAINS_OFF, 0)).hasMessageContaining("longest must be positive: PT0S");
        assertThatThrownBy(() -> new DoorCountRule(NAME, Severity.WARNING, 0, minutes(60)))
                .hasMessageContaining("most must be 1 to 1000: 0");
        assertThatThrownBy(() -> new DisagreementRule(NAME, Severity.WARNING, 0, minutes(60)))
                .hasMessageContaining("most must be positive: 0 m°C");
    }
}
