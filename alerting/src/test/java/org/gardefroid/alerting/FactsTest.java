package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.alerting.Records.DOOR;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.HIGH;
import static org.gardefroid.alerting.Records.LEFT_OPEN;
import static org.gardefroid.alerting.Records.TOP_PROBE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.celsius;
import static org.gardefroid.alerting.Records.id;

class FactsTest {

    private static final Subject VIAL = new Subject.VialIn(FRIDGE, new VialId("vial-1"));

    private static Excursion excursion(Bound bound, Certainty certainty, double since, Optional<Instant> endedAt) {
        return new Excursion(id(HIGH, since), bound, Severity.WARNING, certainty, at(since + 5), endedAt, celsius(9),
                at(since), Duration.ZERO);
    }

    private static Excursion warm(double since, double until) {
        return excursion(new Bound.Above(celsius(8)), Certainty.OBSERVED, since, Optional.of(at(until)));
    }

    private static Excursion warm(double since) {
        return excursion(new Bound.Above(celsius(8)), Certainty.OBSERVED, since, Optional.empty());
    }

    private static Unobserved unobserved(double since) {
        return new Unobserved(new FactId(TOP_PROBE, Unobserved.RULE, at(since)), at(since + 30), Optional.empty());
    }

    private static DoorLeftOpen leftOpen() {
        return new DoorLeftOpen(new FactId(new Subject.DoorOf(FRIDGE, DOOR), LEFT_OPEN, at(0)), Severity.WARNING,
                at(5), Optional.empty());
    }

    private static Silence silence() {
        return new Silence(new FactId(new Subject.WholeEquipment(FRIDGE), new RuleName("silence"), at(0)),
                Severity.WARNING, at(60), Optional.empty());
    }

    private static DoseTimeOver doseOver() {
        return DoseTimeOver.of(FRIDGE, new VialId("vial-1"), new ProductId("priorix"), at(0), false);
    }

    private static Rejudged rejudged(double from, Fact... facts) {
        return new Rejudged(at(from), Timeline.initial(FRIDGE), List.of(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "above, OBSERVED, fact.too-warm.observed",
        "above, POSSIBLE, fact.too-warm.possible",
        "below, OBSERVED, fact.too-cold.observed",
        "atOrBelow, POSSIBLE, fact.too-cold.possible"})
    void anExcursionHasATextForWhatItIsAndHowSure(String kind, Certainty certainty, String key) {
        Bound bound = switch (kind) {
            case "above" -> new Bound.Above(celsius(8));
            case "below" -> new Bound.Below(celsius(2));
            default -> new Bound.AtOrBelow(celsius(-0.5));
        };
        assertThat(excursion(bound, certainty, 0, Optional.empty()).messageKey()).isEqualTo(key);
    }

    @Test
    void everyOtherFactHasATextToo() {
        assertThat(List.of(leftOpen(), unobserved(0), silence(), doseOver())).extracting(Fact::messageKey)
                .containsExactly("fact.door-left-open", "fact.unobserved", "fact.silent", "fact.dose-time-over");
    }

    @Test
    void whatIsSaidOfTheWatchingIsTechnical() {
        assertThat(List.of(silence(), unobserved(0))).allMatch(fact -> fact.cause().isTechnical());
        assertThat(List.of(warm(0), leftOpen(), doseOver())).noneMatch(fact -> fact.cause().isTechnical());
    }

    @Test
    void onlyUnobservedTimeRaisesNoAlarm() {
        assertThat(unobserved(0).severity()).isEqualTo(Severity.NOTE);
        assertThat(List.of(warm(0), leftOpen(), silence(), doseOver())).noneMatch(
                fact -> fact.severity() == Severity.NOTE);
    }

    @Test
    void anExpiredDoseIsCriticalFromItsDeadlineOn() {
        assertThat(doseOver().id().subject()).isEqualTo(VIAL);
        assertThat(doseOver().id().since()).isEqualTo(at(0));
        assertThat(doseOver().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(doseOver().isOngoing()).isTrue();
        assertThat(doseOver().ended(at(7)).endedAt()).contains(at(7));
    }

    @Test
    void factsAreSortedByTimeThenPartThenRule() {
        FactId early = id(HIGH, 0);
        FactId door = new FactId(new Subject.DoorOf(FRIDGE, DOOR), LEFT_OPEN, at(1));
        FactId high = id(HIGH, 1);
        FactId low = id(Records.LOW, 1);
        assertThat(List.of(low, high, door, early).stream().sorted()).containsExactly(early, door, high, low);
    }

    @Test
    void whatWasFoundAgainUnchangedIsNoChange() {
        assertThat(FactChanges.of(List.of(warm(0)), rejudged(10, warm(0))).isEmpty()).isTrue();
    }

    @Test
    void whatIsNewOrHasANewVersionIsChanged() {
        FactChanges changes = FactChanges.of(List.of(warm(0)), rejudged(10, warm(0, 20), warm(30)));
        assertThat(changes.changed()).containsExactly(warm(0, 20), warm(30));
        assertThat(changes.gone()).isEmpty();
    }

    @Test
    void whatReachedThatFarAndWasNotFoundAgainIsGone() {
        assertThat(FactChanges.of(List.of(warm(0), unobserved(5)), rejudged(10)).gone())
                .containsExactly(warm(0), unobserved(5));
        assertThat(FactChanges.of(List.of(warm(0, 10)), rejudged(10)).gone()).containsExactly(warm(0, 10));
    }

    @Test
    void whatHadEndedBeforeIsLeftAlone() {
        assertThat(FactChanges.of(List.of(warm(0, 9)), rejudged(10)).isEmpty()).isTrue();
    }

    @Test
    void whatRecordsDoNotShowIsNotTakenBackByThem() {
        assertThat(FactChanges.of(List.of(silence(), doseOver()), rejudged(0)).isEmpty()).isTrue();
    }

    @Test
    void factsThatOverlapThroughAThirdAreOneCluster() {
        List<FactCluster> clusters = FactCluster.of(List.of(warm(20, 40), warm(0, 10), warm(50), warm(8, 25)));
        assertThat(clusters).extracting(FactCluster::since).containsExactly(at(0), at(50));
        assertThat(clusters).extracting(FactCluster::until).containsExactly(Optional.of(at(40)), Optional.empty());
        assertThat(clusters.getFirst().facts()).hasSize(3);
    }

    @Test
    void factsThatTouchAreOneCluster() {
        assertThat(FactCluster.of(List.of(warm(0, 10), warm(10, 20)))).hasSize(1);
        assertThat(FactCluster.of(List.of(warm(0, 10), warm(10.001, 20)))).hasSize(2);
        assertThat(FactCluster.of(List.of())).isEmpty();
    }
}
