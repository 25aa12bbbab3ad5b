package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.Certainty;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.CumulativeSpan;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.sampling.Seen;
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
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.junit.jupiter.api.Test;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A box without a clock of its own, far from any network: rules need differences of time, and these it has. */
class UndatedWarningTest {

    private static final Instant SIX = Instant.parse("2026-03-02T06:00:00Z");
    private static final ProbeId PROBE = new ProbeId("box-7-product");
    private static final DoorId LID = new DoorId("box-7-lid");

    private final List<Batch> card = new ArrayList<>();
    private Brief inForce = brief(Optional.empty());
    private LocalWarning box = new LocalWarning(() -> Optional.of(inForce));
    private BootId boot = new BootId("first");
    private Optional<Instant> wallAtBoot = Optional.empty();
    private int minute;

    @Test
    void withoutATimeAnExcursionIsWarnedOfAfterItsDelayAndAgainWhenItGetsWorse() {
        measure(9, 10);
        assertThat(causes()).isEmpty();
        measure(9, 2);
        assertThat(causes()).containsExactly(Cause.TOO_WARM);
        assertThat(box.light()).isEqualTo(Light.LOOK);
        measure(9, 20);
        assertThat(box.light()).isEqualTo(Light.ACT);
        measure(5, 1);
        assertThat(causes()).isEmpty();
        assertThat(box.light()).as("what needs the date nobody watches").isEqualTo(Light.LOOK);
    }

    @Test
    void withoutATimeADoorThatStaysOpenVialsOnTheirSideAndAnEmptyBatteryAreWarnedOf() {
        happens(new Event.DoorMoved(LID, true));
        measure(5, 7);
        assertThat(causes()).containsExactly(Cause.DOOR_LEFT_OPEN);
        happens(new Event.DoorMoved(LID, false));

        happens(new Event.VialsTurned(false));
        happens(new Event.BatteryLevel(4, Optional.empty()));
        measure(0.2, 2);
        assertThat(causes()).containsExactlyInAnyOrder(Cause.NOT_UPRIGHT, Cause.BATTERY_LOW, Cause.TOO_COLD);
        assertThat(box.light()).isEqualTo(Light.ACT);
    }

    @Test
    void onceTheTimeIsKnownWhatGoesOnGoesOnAndHasItsRealDate() {
        measure(9, 15);
        List<Concern> before = concerns();
        wallAtBoot = Optional.of(SIX);
        measure(9, 1);

        assertThat(causes()).containsExactly(Cause.TOO_WARM);
        assertThat(box.findings().ongoing().getFirst().id().since()).isEqualTo(SIX);
        assertThat(concerns()).extracting(Concern::subject, Concern::kind, Concern::light)
                .isSubsetOf(before.stream().map(it -> tuple(it.subject(), it.kind(),
                        it.light())).toList());
        measure(5, 1);
        assertThat(box.light()).isEqualTo(Light.GOOD);
    }

    @Test
    void theDelayRunsOnWhileTheTimeBecomesKnownOrIsLost() {
        measure(9, 6);
        wallAtBoot = Optional.of(SIX);
        measure(9, 2);
        assertThat(causes()).isEmpty();
        wallAtBoot = Optional.empty();
        measure(9, 2);
        assertThat(causes()).isEmpty();
        measure(9, 2);
        assertThat(causes()).containsExactly(Cause.TOO_WARM);
    }

    @Test
    void anExcursionGoesOnOverARestartAfterWhichTheTimeIsUnknownAndItsFirstDateIsShown() {
        wallAtBoot = Optional.of(SIX);
        measure(9, 15);
        restart("second", Optional.empty());
        measure(9, 1);

        assertThat(causes()).contains(Cause.TOO_WARM);
        assertThat(said()).contains("Trop chaud depuis 06:00, jusqu'à 9,0 °C.");
    }

    @Test
    void howLongTheBoxWasOffCountsForNoDelay() {
        wallAtBoot = Optional.of(SIX);
        measure(9, 9);
        restart("second", Optional.empty());
        measure(9, 9);
        assertThat(box.findings().ongoing()).isNotEmpty().allSatisfy(fact -> assertThat(fact)
                .as("out on both sides of what nobody saw").isInstanceOfSatisfying(Excursion.class,
                        excursion -> assertThat(excursion.certainty()).isEqualTo(Certainty.POSSIBLE)));
        measure(5, 1);
        assertThat(causes()).isEmpty();
    }

    @Test
    void anExcursionGoesOnOverSeveralStartsOfWhichNoneKnowsTheTimeAndIntoOneThatDoes() {
        measure(9, 15);
        restart("second", Optional.empty());
        measure(9, 1);
        assertThat(said()).contains("Trop chaud depuis avant le redémarrage, jusqu'à 9,0 °C.");
        restart("third", Optional.of(SIX.plus(Duration.ofHours(1))));
        measure(9, 1);
        assertThat(causes()).contains(Cause.TOO_WARM);
        measure(5, 1);
        assertThat(causes()).isEmpty();
    }

    @Test
    void whatNobodyCanPlaceInTimeKeepsNothingThatCanFromGoingOn() {
        wallAtBoot = Optional.of(SIX);
        measure(9, 15);
        restart("second", Optional.empty());
        measure(9, 3);
        restart("third", Optional.of(SIX.plus(Duration.ofMinutes(19))));
        measure(9, 1);

        assertThat(causes()).contains(Cause.TOO_WARM);
        assertThat(said()).contains("Trop chaud depuis 06:00, jusqu'à 9,0 °C.");
    }

    @Test
    void withoutATimeItSaysForHowLongSomethingHasGoneOn() {
        measure(5, 30);
        measure(9, 15);

        assertThat(said()).contains("Trop chaud depuis 14 min, jusqu'à 9,0 °C.");
        assertThat(concerns()).extracting(Concern::kind).containsOnlyOnce(Concern.Kind.TIME_UNKNOWN);
    }

    @Test
    void aDayWithoutADateDoesNotEnd() {
        inForce = brief(Optional.of(EquipmentSettingsCodec.encodeRules(List.of(new CumulativeRule(
                new RuleName("own.day"), Severity.CRITICAL, new Bound.Above(Temperature.ofCelsius(8)),
                Duration.ofMinutes(60), new CumulativeSpan.Day(UTC))))));
        wallAtBoot = Optional.of(SIX.plus(Duration.ofHours(17)));
        measure(9, 31);
        restart("second", Optional.empty());
        measure(9, 32);

        assertThat(causes()).containsExactly(Cause.TOO_WARM_CUMULATIVE);
    }

    private void restart(String name, Optional<Instant> wall) {
        boot = new BootId(name);
        wallAtBoot = wall;
        minute = 0;
        box = new LocalWarning(() -> Optional.of(inForce));
        box.recall(card);
    }

    private List<Cause> causes() {
        return box.findings().ongoing().stream().map(Fact::cause).distinct().toList();
    }

    private List<Concern> concerns() {
        long now = Duration.ofMinutes(minute - 1).toMillis();
        return BoxState.of(new Moment(boot, now, wallAtBoot.map(at -> at.plusMillis(now))), Seen.NOTHING,
                box.findings(), Card.SOUND).concerns();
    }

    private List<String> said() {
        Texts texts = Texts.in(Locale.FRENCH, UTC);
        return concerns().stream().map(texts::what).toList();
    }

    /** A reading each minute. */
    private void measure(double celsius, int minutes) {
        for (int i = 0; i < minutes; i++) {
            seal(new Measured(PROBE, Temperature.ofCelsius(celsius)));
        }
    }

    private void happens(Event event) {
        seal(event);
    }

    private void seal(Observation observation) {
        long now = Duration.ofMinutes(minute++).toMillis();
        Batch batch = new Batch(
                new BatchId(new DeviceId("box-7"), new JournalId("a".repeat(32)), card.size() + 1),
                new BatchClock(boot, now, wallAtBoot.map(at -> at.plusMillis(now))), Sha256.NONE, Optional.empty(),
                Optional.of(Sha256.of(BriefCodec.encode(inForce))), List.of(new JournalRecord(now, observation)));
        card.add(batch);
        box.sealed(batch);
    }

    private static Brief brief(Optional<String> rules) {
        return new Brief(Duration.ofMinutes(1), List.of(new Brief.Equipment(new EquipmentId("box-7"),
                List.of(new Brief.PlacedProbe(PROBE, ProbePurpose.PRODUCT)), List.of(LID), "cool-box-2-8",
                Temperature.ofCelsius(2), Temperature.ofCelsius(8), Optional.empty(), rules)));
    }
}
