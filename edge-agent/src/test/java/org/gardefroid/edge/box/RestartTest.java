package org.gardefroid.edge.box;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.edge.journal.SqliteJournalStore;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the box knows after a start is what its journal holds, and no more. */
class RestartTest {

    private static final DeviceId DEVICE = new DeviceId("box-7");
    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
    private static final ProbeId PROBE = new ProbeId("box-7-product");
    private static final ProductId PRIORIX = new ProductId("priorix");
    private static final VialId VIAL = new VialId("v-17");
    private static final String SIGNED = """
            {"format":1,"product":"priorix","revision":2,"revised":"2026-03-01","source":"leaflet",
             "validation":{"by":"Dr Martin","on":"2026-03-01"},"name":{"fr":"Priorix","en":"Priorix"},"gtins":[],"dosesPerVial":6,
             "storage":{"refrigerated":{"lowest":2,"highest":8},"freezesAt":-0.5},"unobserved":"P7D","tolerance":"PT10M",
             "precautions":["freeze-sensitive"],
             "inUse":[{"after":"reconstituted","lasts":"PT8H","band":{"lowest":2,"highest":8}},
                      {"after":"drawn-up","lasts":"PT2H","band":{"lowest":2,"highest":8}}]}""";
    private static final Brief BRIEF = new Brief(Duration.ofMinutes(1), List.of(new Brief.Equipment(
            new EquipmentId("box-7"), List.of(new Brief.PlacedProbe(PROBE, ProbePurpose.PRODUCT)), List.of(),
            "cool-box-2-8", Temperature.ofCelsius(2), Temperature.ofCelsius(8))),
            List.of(new Brief.Profile(PRIORIX, SIGNED)));

    private static final Brief WITH_A_LOT = new Brief(BRIEF.recordInterval(), BRIEF.equipments(), BRIEF.profiles(),
            List.of("""
                    {"lot":"A1","product":"priorix","expiry":"2026-03-09T00:00:00Z","doses":20,"opening":[],
                     "stays":[{"equipment":"box-7","since":"2026-03-02T06:00:00Z"}]}""".replaceAll("\\n *", "")));

    @TempDir
    private Path folder;

    private final List<Run> runs = new ArrayList<>();
    private final KeptRuns kept = keptIn(runs);
    private SqliteJournalStore store;
    private LocalWarning box;
    private Brief inForce = BRIEF;
    private BootId boot = new BootId("first");
    private int starts;
    private long number;

    @BeforeEach
    void first() {
        start();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anExcursionThatWasRunningIsWarnedOfAgain() {
        IntStream.range(0, 40).forEach(minute -> measure(9, minute));
        assertThat(box.light()).isEqualTo(Light.ACT);

        restart();
        assertThat(box.light()).as("until something is measured nobody watches").isEqualTo(Light.UNWATCHED);
        measure(9, 42);
        assertThat(box.light()).isEqualTo(Light.ACT);
        measure(5, 43);
        assertThat(box.light()).isEqualTo(Light.GOOD);
    }

    @Test
    void theDelayOfAnExcursionRunsOnOverARestart() {
        IntStream.range(0, 10).forEach(minute -> measure(9, minute));
        assertThat(box.light()).isEqualTo(Light.GOOD);

        restart();
        measure(9, 11);
        measure(9, 12);
        assertThat(box.light()).isEqualTo(Light.LOOK);
    }

    @Test
    void aDoseClockRunsOnOverARestart() {
        reconstitute(0);
        restart();
        measure(5, 1);
        assertThat(spoken()).isEqualTo("usable until 2026-03-02T14:00:00Z");
        assertThat(box.light()).isEqualTo(Light.GOOD);

        measure(5, 7 * 60 + 30);
        assertThat(box.light()).isEqualTo(Light.LOOK);
        measure(5, 8 * 60);
        assertThat(spoken()).isEqualTo("time-over because of in-use-time-over until 2026-03-02T14:00:00Z");
        assertThat(box.light()).isEqualTo(Light.ACT);
    }

    @Test
    void withoutATrustedClockARunningDoseClockSaysThatTheTimeIsUnknown() {
        reconstitute(0);
        restart();
        seal(new Measured(PROBE, Temperature.ofCelsius(5)), 0, Optional.empty());
        assertThat(spoken()).startsWith("isolate because of time-unknown");
        assertThat(box.light()).as("and the vial is to be set apart").isEqualTo(Light.ACT);

        measure(5, 30);
        assertThat(spoken()).startsWith("usable");
        assertThat(box.light()).isEqualTo(Light.GOOD);
    }

    @Test
    void aVialOpenedAtAnUnknownTimeIsDatedOnceTheClockIsTrustedAlsoByALaterStart() {
        seal(opened(), 60_000, Optional.empty());
        assertThat(spoken()).startsWith("isolate because of time-unknown");

        startAgainInTheSameBoot();
        seal(new Measured(PROBE, Temperature.ofCelsius(5)), 120_000, Optional.of(MORNING.plusSeconds(60)));
        assertThat(spoken()).isEqualTo("usable until 2026-03-02T14:00:00Z");
    }

    @Test
    void aVialOpenedDaysAgoIsNotForgotten() {
        reconstitute(0);
        for (int day = 1; day < 5; day++) {
            measure(5, day * 24 * 60);
        }
        restart();
        measure(5, 5 * 24 * 60);

        assertThat(spoken()).startsWith("time-over");
    }

    @Test
    void whatAVialWentThroughBeforeARestartIsNotForgotten() {
        reconstitute(0);
        IntStream.range(1, 5).forEach(minute -> measure(5, minute));
        measure(-1, 5);
        assertThat(spoken()).isEqualTo("isolate because of frozen until 2026-03-02T14:00:00Z");
        Judgement before = box.judgement(VIAL).orElseThrow();

        restart();
        measure(5, 6);
        assertThat(spoken()).startsWith("isolate because of frozen");
        assertThat(box.judgement(VIAL).orElseThrow().grounds()).isEqualTo(before.grounds());
        assertThat(box.light()).isEqualTo(Light.ACT);
    }

    @Test
    void whatAVialWentThroughDaysBeforeARestartIsNotForgotten() {
        reconstitute(0);
        IntStream.range(1, 5).forEach(minute -> measure(5, minute));
        for (int hour = 1; hour < 120; hour++) {
            for (int minute = 0; minute < 60; minute += 5) {
                measure(5, hour * 60 + minute);
            }
        }
        Judgement before = box.judgement(VIAL).orElseThrow();
        assertThat(before.exposure().unobserved()).isEqualTo(Duration.ofMinutes(57));

        restart();
        measure(5, 120 * 60 - 4);
        assertThat(box.judgement(VIAL).orElseThrow().exposure().unobserved()).isEqualTo(Duration.ofMinutes(57));
    }

    @Test
    void whatLiesOnTheTableHasNotTheBoxesTemperature() {
        reconstitute(0);
        seal(new Event.VialMoved(VIAL, false), 60_000, Optional.of(MORNING.plusSeconds(60)));
        measure(-1, 5);

        assertThat(spoken()).startsWith("usable");
    }

    @Test
    void aVialOfAnUnknownProductIsSetApart() {
        seal(new Event.VialHandled(VIAL, new ProductId("unheard-of"), VialStep.PUNCTURED), 0, Optional.of(MORNING));

        assertThat(spoken()).isEqualTo("isolate because of no-profile");
        assertThat(box.light()).isEqualTo(Light.ACT);
    }

    @Test
    void aLotThatTheBriefPutsHereIsJudgedAsLongAsItIsHereAlsoAfterARestart() {
        inForce = WITH_A_LOT;
        IntStream.range(0, 5).forEach(minute -> measure(5, minute));
        assertThat(lot()).isEqualTo("lot A1 usable []");
        measure(-1, 5);
        assertThat(lot()).isEqualTo("lot A1 isolate [FROZEN]");
        assertThat(box.light()).isEqualTo(Light.ACT);

        restart();
        measure(5, 6);
        assertThat(lot()).isEqualTo("lot A1 isolate [FROZEN]");
        assertThat(box.light()).isEqualTo(Light.ACT);
    }

    @Test
    void aVialOfALotHasTheLotsLabelAndWhatTheLotWentThrough() {
        inForce = WITH_A_LOT;
        measure(5, 0);
        measure(-1, 1);
        measure(5, 2);
        reconstitute(3);
        assertThat(spoken()).startsWith("usable");
        seal(new Event.VialOfLot(VIAL, new LotNumber("A1")), 4 * 60_000L, Optional.of(MORNING.plusSeconds(240)));

        assertThat(spoken()).startsWith("isolate because of frozen");
        measure(5, 7 * 24 * 60);
        assertThat(box.judgement(VIAL).orElseThrow().grounds()).extracting(Ground::code)
                .contains(Ground.Code.LABEL_EXPIRED);
    }

    @Test
    void aSyringeKeepsItsNumberItsPlaceAndItsOwnTimeOverARestart() {
        reconstitute(0);
        measure(5, 5);
        at(6, Event.VialHandled.drawnUp(new VialId("s-1"), PRIORIX, VIAL));
        at(7, Event.VialHandled.drawnUp(new VialId("s-2"), PRIORIX, VIAL));
        at(8, Event.VialHandled.drawnUp(new VialId("s-3"), PRIORIX, VIAL));
        at(9, new Event.VialMoved(new VialId("s-2"), false));
        at(10, new Event.VialHandled(new VialId("s-3"), PRIORIX, VialStep.VOIDED));
        at(10, new Event.VialHandled(new VialId("s-3"), PRIORIX, VialStep.FINISHED));
        String[] shown = {"vial v-17 inside, 4 left, until 14:00 GOOD",
            "syringe s-1 of 1 inside, 1 left, until 08:06 GOOD",
            "syringe s-2 of 1 outside, 1 left, until 08:07 GOOD"};
        measure(5, 11);
        assertThat(running()).containsExactly(shown);

        restart();
        measure(5, 12);
        assertThat(running()).containsExactly(shown);
        measure(5, 70);
        assertThat(running()).element(1).asString().endsWith("LOOK");
        measure(5, 126);
        assertThat(running()).element(1).asString().endsWith("ACT");
        assertThat(box.light()).isEqualTo(Light.ACT);
        assertThat(spoken()).startsWith("usable");
    }

    private void at(int minute, Event event) {
        seal(event, minute * 60_000L, Optional.of(MORNING.plus(Duration.ofMinutes(minute))));
    }

    private List<String> running() {
        return box.findings().doses().stream().filter(dose -> !dose.finished()).map(dose -> dose.judgement().container()
                + dose.drawnFrom().map(vial -> " of " + vial).orElse("") + (dose.inside() ? " inside, " : " outside, ")
                + dose.dosesLeft().orElse(-1) + " left, until "
                + dose.deadline().orElse(Instant.EPOCH).toString().substring(11, 16) + " " + dose.light()).toList();
    }

    private String lot() {
        PlacedLot lot = box.findings().lots().getFirst();
        return lot.way().lot() + " " + lot.judgement().ruling().code() + " "
                + lot.judgement().grounds().stream().map(Ground::code).toList();
    }

    private static KeptRuns keptIn(List<Run> runs) {
        return new KeptRuns() {
            @Override
            public List<Run> of(ProbeId probe) {
                return List.copyOf(runs);
            }

            @Override
            public void keep(ProbeId probe, Run run) {
                runs.add(run);
            }
        };
    }

    private String spoken() {
        Judgement judgement = box.judgement(VIAL).orElseThrow();
        String because = judgement.grounds().stream().filter(Ground::holds).map(ground -> ground.code().code())
                .collect(Collectors.joining(", "));
        return judgement.ruling().code() + (because.isEmpty() ? "" : " because of " + because)
                + judgement.runsOut().map(due -> " until " + due.at()).orElse("");
    }

    private void measure(double celsius, int minute) {
        seal(new Measured(PROBE, Temperature.ofCelsius(celsius)), minute * 60_000L,
                Optional.of(MORNING.plus(Duration.ofMinutes(minute))));
    }

    private void reconstitute(int minute) {
        seal(opened(), minute * 60_000L, Optional.of(MORNING.plus(Duration.ofMinutes(minute))));
    }

    private static Event opened() {
        return new Event.VialHandled(VIAL, PRIORIX, VialStep.RECONSTITUTED);
    }

    private void seal(Observation observation, long monotonicMillis, Optional<Instant> wall) {
        Batch batch = new Batch(new BatchId(DEVICE, new JournalId(Integer.toString(starts).repeat(32)), ++number),
                new BatchClock(boot, monotonicMillis, wall), Sha256.NONE, Optional.empty(),
                Optional.of(Sha256.of(BriefCodec.encode(inForce))),
                List.of(new JournalRecord(monotonicMillis, observation)));
        byte[] content = BatchCodec.encode(batch);
        store.seal(new SealedBatch(batch.id(), content, Sha256.of(content),
                observation instanceof Event.VialHandled, wall), Map.of());
        box.sealed(batch);
    }

    private void restart() {
        boot = new BootId("boot-" + starts);
        startAgainInTheSameBoot();
    }

    private void startAgainInTheSameBoot() {
        store.close();
        start();
    }

    private void start() {
        starts++;
        number = 0;
        store = new SqliteJournalStore(folder.resolve("journal.db"), DEVICE, 100L << 20);
        box = new LocalWarning(() -> Optional.of(inForce), VialNumbers.inMemory(), kept);
        box.recall(store.past());
    }
}
