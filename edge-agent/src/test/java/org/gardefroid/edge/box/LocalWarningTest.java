package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.Certainty;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.ExcursionRule;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalWarningTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
    private static final ProbeId PROBE = new ProbeId("box-7-product");
    private static final Brief BRIEF = brief("cool-box-2-8");

    private Brief inForce = BRIEF;
    private final LocalWarning box = new LocalWarning(() -> Optional.of(inForce));
    private int minute;

    @Test
    void isGoodWhileItIsColdEnough() {
        measure(5, 10);

        assertThat(box.light()).isEqualTo(Light.GOOD);
    }

    @Test
    void isUnwatchedBeforeTheFirstRecordAndWithoutABrief() {
        assertThat(box.light()).isEqualTo(Light.UNWATCHED);
        box.sealed(batch(5, Optional.of(MORNING), Optional.empty()));
        assertThat(box.light()).isEqualTo(Light.UNWATCHED);
    }

    @Test
    void readingsFartherApartThanTheEquipmentsOwnLongestGapAreNoRun() {
        Brief.Equipment box = BRIEF.equipments().getFirst();
        inForce = new Brief(BRIEF.recordInterval(), List.of(new Brief.Equipment(box.id(), box.probes(), box.doors(),
                box.preset(), box.lowest(), box.highest(), Optional.of(Duration.ofSeconds(30)), Optional.empty())));
        measure(9, 15);

        assertThat(certainties()).containsOnly(Certainty.POSSIBLE);
        inForce = BRIEF;
        measure(9, 15);
        assertThat(certainties()).contains(Certainty.OBSERVED);
    }

    @Test
    void isJudgedByTheRulesOfItsBriefAndByItsPresetsWhereTheseCannotBeRead() {
        inForce = judgedBy(EquipmentSettingsCodec.encodeRules(List.of(new ExcursionRule(new RuleName("own.high"),
                Severity.CRITICAL, new Bound.Above(Temperature.ofCelsius(6)), Duration.ofMinutes(2), 0))));
        measure(7, 4);
        assertThat(box.light()).isEqualTo(Light.ACT);

        inForce = judgedBy("[{\"name\":\"own.high\",\"severity\":\"critical\",\"moonlight\":true}]");
        measure(7, 4);
        assertThat(box.light()).as("a kind of rule that this agent does not know").isEqualTo(Light.GOOD);
        measure(9, 12);
        assertThat(box.light()).isEqualTo(Light.LOOK);
    }

    private static Brief judgedBy(String rules) {
        Brief.Equipment box = BRIEF.equipments().getFirst();
        return new Brief(BRIEF.recordInterval(), List.of(new Brief.Equipment(box.id(), box.probes(), box.doors(),
                box.preset(), box.lowest(), box.highest(), Optional.empty(), Optional.of(rules))));
    }

    @Test
    void asksForALookOnceTheDelayHasRunAndForMoreWhenItLasts() {
        measure(9, 9);
        assertThat(box.light()).isEqualTo(Light.GOOD);
        measure(9, 3);
        assertThat(box.light()).isEqualTo(Light.LOOK);
        measure(9, 25);
        assertThat(box.light()).isEqualTo(Light.ACT);
    }

    @Test
    void isGoodAgainOnlyWhenItIsSeenInRange() {
        measure(9, 40);
        measure(5, 1);

        assertThat(box.light()).isEqualTo(Light.GOOD);
    }

    @Test
    void beginsAnewWhenTheClockIsSetBack() {
        measure(9, 40);
        minute = 0;
        measure(5, 2);

        assertThat(box.light()).isEqualTo(Light.GOOD);
    }

    @Test
    void rulesThatItDoesNotKnowLeaveItUnwatched() {
        inForce = brief("cool-box-of-the-future");
        measure(5, 3);

        assertThat(box.light()).isEqualTo(Light.UNWATCHED);
    }

    @Test
    void aBoxThatLiesOnItsSideOrRunsOnItsLastChargeIsJudgedByTheBoxItself() {
        measure(5, 2);
        happens(new Event.VialsTurned(false));
        measure(5, 2);
        assertThat(causes()).containsExactly(Cause.NOT_UPRIGHT);
        assertThat(box.light()).isEqualTo(Light.LOOK);
        happens(new Event.VialsTurned(true));
        assertThat(causes()).isEmpty();

        happens(new Event.PowerChanged(false));
        happens(new Event.BatteryLevel(4, Optional.of(Duration.ofMinutes(20))));
        measure(5, 2);
        assertThat(causes()).contains(Cause.BATTERY_LOW);
        assertThat(box.light()).isEqualTo(Light.ACT);
    }

    @Test
    void aRefrigeratorWithoutMainsIsJudgedByTheBoxItself() {
        inForce = brief("fridge-2-8");
        measure(5, 2);
        happens(new Event.PowerChanged(false));
        measure(5, 12);

        assertThat(causes()).containsExactly(Cause.MAINS_OFF);
        assertThat(box.light()).isEqualTo(Light.LOOK);
    }

    private List<Certainty> certainties() {
        return box.findings().ongoing().stream().filter(Excursion.class::isInstance)
                .map(fact -> ((Excursion) fact).certainty()).toList();
    }

    private List<Cause> causes() {
        return box.findings().ongoing().stream().map(Fact::cause).distinct().toList();
    }

    private void happens(Event event) {
        Instant now = MORNING.plus(Duration.ofMinutes(minute++));
        box.sealed(new Batch(new BatchId(new DeviceId("box-7"), new JournalId("a".repeat(32)), 1),
                new BatchClock(new BootId("b"), 0, Optional.of(now)), Sha256.NONE, Optional.empty(),
                Optional.of(hash()), List.of(new JournalRecord(0, event))));
    }

    private void measure(double celsius, int minutes) {
        IntStream.range(0, minutes).forEach(_ -> box
                .sealed(batch(celsius, Optional.of(MORNING.plus(Duration.ofMinutes(minute++))), Optional.of(hash()))));
    }

    private Sha256 hash() {
        return Sha256.of(BriefCodec.encode(inForce));
    }

    private static Batch batch(double celsius, Optional<Instant> wall, Optional<Sha256> brief) {
        return new Batch(new BatchId(new DeviceId("box-7"), new JournalId("a".repeat(32)), 1),
                new BatchClock(new BootId("b"), 0, wall), Sha256.NONE, Optional.empty(), brief,
                List.of(new JournalRecord(0, new Measured(PROBE, Temperature.ofCelsius(celsius)))));
    }

    private static Brief brief(String preset) {
        return new Brief(Duration.ofMinutes(1), List.of(new Brief.Equipment(new EquipmentId("box-7"),
                List.of(new Brief.PlacedProbe(PROBE, ProbePurpose.PRODUCT)), List.of(new DoorId("box-7-lid")), preset,
                Temperature.ofCelsius(2), Temperature.ofCelsius(8))));
    }
}
