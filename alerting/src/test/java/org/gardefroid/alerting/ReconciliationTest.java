package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.HIGH;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.celsius;

/** Facts are given by hand here, in minutes from eight; {@link AnyOrderTest} takes them from readings. */
class ReconciliationTest {

    private static final double ON = Double.NaN;
    private static final Alarm[] NONE = {};

    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private int made;
    private final Reconciliation reconciliation = new Reconciliation(() -> id(++made), Duration.ofMinutes(10));

    private static AlarmId id(int number) {
        return new AlarmId(new UUID(0, number));
    }

    private List<AlarmChange> reconcile(double judgedBefore, double now, Fact... facts) {
        List<AlarmChange> changes = reconciliation.reconcile(alarms.values(), List.of(facts), at(judgedBefore),
                at(now));
        changes.forEach(change -> alarms.put(change.alarm().id(), change.alarm()));
        assertThat(reconciliation.reconcile(alarms.values(), List.of(facts), at(judgedBefore), at(now)))
                .describedAs("done twice, it does nothing").isEmpty();
        return changes;
    }

    private Alarm alarm(int number) {
        return java.util.Objects.requireNonNull(alarms.get(id(number)));
    }

    private void apply(int number, AlarmEvent event) {
        alarms.put(id(number), alarm(number).after(event));
    }

    private static Excursion warm(double since, double until) {
        return warm("top", since, until, Severity.WARNING);
    }

    private static Excursion warm(String probe, double since, double until, Severity severity) {
        return new Excursion(
                new FactId(new Subject.ProbeIn(FRIDGE, new ProbeId(probe)),
                        severity == Severity.CRITICAL ? new RuleName("high-long") : HIGH, at(since)),
                new Bound.Above(celsius(8)), severity, Certainty.OBSERVED, at(since + 5), end(until), celsius(9),
                at(since), Duration.ZERO);
    }

    private static Excursion cold(double since, double until) {
        return new Excursion(
                new FactId(Records.TOP_PROBE, Records.LOW, at(since)), new Bound.Below(celsius(2)), Severity.WARNING,
                Certainty.OBSERVED, at(since + 5), end(until), celsius(1), at(since), Duration.ZERO);
    }

    private static Optional<Instant> end(double minutes) {
        return Double.isNaN(minutes) ? Optional.empty() : Optional.of(at(minutes));
    }

    private static DoseTimeOver over(String vial, double deadline) {
        return DoseTimeOver.of(FRIDGE, new VialId(vial), new ProductId("priorix"), at(deadline), false);
    }

    @Test
    void aFactRaisesOneAlarmAndWakesSomebody() {
        List<AlarmChange> changes = reconcile(0, 10, warm(0, ON));
        Alarm raised = new Alarm(id(1), new Subject.WholeEquipment(FRIDGE), Cause.TOO_WARM, Severity.WARNING, at(0),
                Optional.empty(), List.of(warm(0, ON).id()), new AlarmState.Raised(at(10)));
        assertThat(changes).containsExactly(new AlarmChange.Raised(raised, Telling.WAKE));
    }

    @Test
    void aNoteRaisesNothing() {
        assertThat(reconcile(0, 10,
                new Unobserved(new FactId(Records.TOP_PROBE, Unobserved.RULE, at(0)), at(5), Optional.empty())))
                .isEmpty();
    }

    @Test
    void twoProbesAndTwoRulesOfOneCauseAreOneAlarm() {
        assertThat(reconcile(0, 10, warm("top", 0, ON, Severity.WARNING), warm("bottom", 3, ON, Severity.WARNING),
                warm("top", 0, ON, Severity.CRITICAL))).hasSize(1);
        assertThat(alarm(1).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alarm(1).facts()).hasSize(3);
    }

    @Test
    void warmAndColdAreTwo() {
        assertThat(reconcile(0, 10, warm(0, ON), cold(0, ON))).hasSize(2);
    }

    @Test
    void twoVialsAreTwo() {
        assertThat(reconcile(0, 10, over("vial-1", 0), over("vial-2", 5))).hasSize(2);
        assertThat(alarms.values()).extracting(Alarm::subject)
                .containsExactly(over("vial-1", 0).id().subject(), over("vial-2", 5).id().subject());
    }

    @Test
    void whenItsLastFactEndsTheAlarmIsCleared() {
        reconcile(0, 10, warm("top", 0, ON, Severity.WARNING), warm("bottom", 0, ON, Severity.WARNING));
        assertThat(reconcile(10, 20, warm("top", 0, 15, Severity.WARNING), warm("bottom", 0, ON, Severity.WARNING)))
                .isEmpty();
        assertThat(reconcile(20, 30, warm("top", 0, 15, Severity.WARNING), warm("bottom", 0, 25, Severity.WARNING)))
                .containsExactly(new AlarmChange.Cleared(alarm(1)));
        assertThat(alarm(1).state()).isEqualTo(new AlarmState.Cleared(at(10), at(25), Optional.empty()));
    }

    @Test
    void whatBeginsAfterwardsIsAnotherAlarm() {
        reconcile(0, 10, warm(0, ON));
        reconcile(10, 20, warm(0, 15));
        assertThat(reconcile(20, 30, warm(0, 15), warm(16, ON))).extracting(AlarmChange::alarm)
                .extracting(Alarm::id).containsExactly(id(2));
    }

    @Test
    void endAndNewBeginningInOneBacklogAreTwoAlarmsAndNoSplit() {
        reconcile(0, 10, warm(0, ON));
        assertThat(reconcile(10, 60, warm(0, 15), warm(30, ON))).containsExactly(
                new AlarmChange.Cleared(alarm(1)), new AlarmChange.Raised(alarm(2), Telling.WAKE));
    }

    @Test
    void whatIsLateAndOverWakesNobody() {
        assertThat(reconcile(0, 200, warm(0, 30))).containsExactly(new AlarmChange.Raised(alarm(1), Telling.LIST));
        assertThat(alarm(1).state()).isEqualTo(new AlarmState.Cleared(at(200), at(30), Optional.empty()));
    }

    @Test
    void whatIsOverButNotLateWakes() {
        assertThat(reconcile(0, 35, warm(0, 30))).containsExactly(new AlarmChange.Raised(alarm(1), Telling.WAKE));
    }

    @Test
    void whatIsLateAndGoesOnWakes() {
        assertThat(reconcile(0, 500, warm(0, ON))).containsExactly(new AlarmChange.Raised(alarm(1), Telling.WAKE));
    }

    @Test
    void lateRecordsLengthenAnAlarmToTheFront() {
        reconcile(0, 40, warm(20, ON));
        assertThat(reconcile(40, 50, warm(5, ON))).containsExactly(new AlarmChange.Lengthened(alarm(1)));
        assertThat(alarm(1).since()).isEqualTo(at(5));
    }

    @Test
    void anAlarmWhoseFactsWereNeverTrueIsWithdrawn() {
        reconcile(0, 40, warm(20, ON));
        assertThat(reconcile(40, 50)).containsExactly(new AlarmChange.Withdrawn(alarm(1)));
        assertThat(alarm(1).state()).isEqualTo(new AlarmState.Withdrawn(at(40), at(50), Optional.empty()));
        assertThat(reconcile(50, 60)).isEmpty();
    }

    @Test
    void anAlarmThatWasTwoIsSplitAndTheOneThatGoesOnKeepsItsName() {
        reconcile(0, 100, warm(0, ON));
        assertThat(reconcile(100, 110, warm(0, 30), warm(60, ON))).containsExactly(
                new AlarmChange.Lengthened(alarm(1)), new AlarmChange.Split(alarm(2), id(1), Telling.LIST));
        assertThat(alarm(1).since()).isEqualTo(at(60));
        assertThat(alarm(2).until()).contains(at(30));
    }

    @Test
    void twoAlarmsThatWereOneAreMerged() {
        reconcile(0, 10, warm(0, 8));
        reconcile(10, 40, warm(0, 8), warm(30, ON));
        assertThat(reconcile(40, 50, warm(0, ON))).containsExactly(
                new AlarmChange.Resumed(alarm(1)), new AlarmChange.Merged(alarm(2), id(1)));
        assertThat(alarm(2).state()).isInstanceOf(AlarmState.Withdrawn.class);
    }

    @Test
    void whatGrowsWorseIsToldAgainAndAcknowledgedAgain() {
        reconcile(0, 20, warm(0, ON));
        apply(1, new AlarmEvent.Acknowledgement(at(25), "anne"));
        assertThat(reconcile(20, 60, warm(0, ON), warm("top", 0, ON, Severity.CRITICAL)))
                .containsExactly(new AlarmChange.Worsened(alarm(1), Severity.WARNING, Telling.WAKE));
        assertThat(alarm(1).state()).isEqualTo(new AlarmState.Raised(at(20)));
    }

    @Test
    void whatIsTrueLaterAndOverLongAgoIsWorseWithoutWakingAnybody() {
        reconcile(0, 20, warm(0, 15));
        assertThat(reconcile(20, 200, warm(0, 15), warm("top", 0, 15, Severity.CRITICAL)))
                .containsExactly(new AlarmChange.Worsened(alarm(1), Severity.WARNING, Telling.LIST));
    }

    @Test
    void anAcknowledgedAlarmThatGoesOnAfterAllIsStillAcknowledged() {
        reconcile(0, 20, warm(0, 15));
        apply(1, new AlarmEvent.Acknowledgement(at(25), "anne"));
        assertThat(reconcile(20, 60, warm(0, ON))).containsExactly(new AlarmChange.Resumed(alarm(1)));
        assertThat(alarm(1).state()).isInstanceOf(AlarmState.Acknowledged.class);
    }

    @Test
    void aClosedAlarmIsLeftAloneByWhatProvesToBePartOfIt() {
        reconcile(0, 20, warm(5, 15));
        apply(1, new AlarmEvent.Acknowledgement(at(25), "anne"));
        apply(1, new AlarmEvent.Closing(at(26), "anne", "porte", "fermée"));
        assertThat(reconcile(20, 30, warm(0, 15))).isEmpty();
        assertThat(reconcile(20, 30)).isEmpty();
    }

    @Test
    void whatGoesOnBesideAClosedAlarmIsANewOne() {
        reconcile(0, 20, warm(5, 15));
        apply(1, new AlarmEvent.Acknowledgement(at(25), "anne"));
        apply(1, new AlarmEvent.Closing(at(26), "anne", "porte", "fermée"));
        Alarm closed = alarm(1);
        assertThat(reconcile(20, 30, warm(5, 15), warm("bottom", 10, ON, Severity.WARNING)))
                .containsExactly(new AlarmChange.Raised(alarm(2), Telling.WAKE));
        assertThat(alarm(1)).isEqualTo(closed);
        assertThat(alarm(2).facts()).hasSize(1);
    }

    @Test
    void aDoseThatWasFinishedInTimeIsNoAlarm() {
        reconcile(0, 10, over("vial-1", 5));
        assertThat(reconcile(10, 12)).containsExactly(new AlarmChange.Withdrawn(alarm(1)));
    }

    @Test
    void aFinishedDoseClearsItsAlarm() {
        reconcile(0, 10, over("vial-1", 5));
        assertThat(reconcile(10, 12, over("vial-1", 5).ended(at(11))))
                .containsExactly(new AlarmChange.Cleared(alarm(1)));
    }

    @Test
    void nothingIsDoneAboutNothing() {
        assertThat(reconcile(0, 0)).isEmpty();
        assertThat(new ArrayList<>(alarms.values())).containsExactly(NONE);
    }
}
