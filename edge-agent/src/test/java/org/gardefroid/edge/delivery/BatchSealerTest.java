package org.gardefroid.edge.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchSealerTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Optional<Sha256> NO_BRIEF = Optional.empty();

    private final BatchSealer sealer = new BatchSealer(
            new SealingSettings(3, 60_000, Duration.ofSeconds(10), Duration.ofMillis(500), 65_536, 8));

    @Test
    void sealsWhenTheOldestRecordIsOldEnough() {
        sealer.add(at(1_000), trusted(1_000, 0), NO_BRIEF, false);
        sealer.add(at(5_000), trusted(5_000, 0), NO_BRIEF, false);

        assertThat(sealer.due(10_999)).isEmpty();
        assertThat(sealer.wakeAtMillis()).hasValue(11_000);
        assertThat(sealer.due(11_000).orElseThrow().records()).hasSize(2);
    }

    @Test
    void sealsAtOnceWhatIsUrgent() {
        sealer.add(at(1_000), trusted(1_000, 0), NO_BRIEF, false);
        sealer.add(at(1_001), trusted(1_001, 0), NO_BRIEF, true);

        assertThat(sealer.due(1_001).orElseThrow().urgent()).isTrue();
    }

    @Test
    void sealsAtOnceWhatIsFull() {
        sealer.add(at(1), trusted(1, 0), NO_BRIEF, false);
        sealer.add(at(2), trusted(2, 0), NO_BRIEF, false);
        assertThat(sealer.due(3)).isEmpty();

        sealer.add(at(3), trusted(3, 0), NO_BRIEF, false);
        assertThat(sealer.due(3).orElseThrow().records()).hasSize(3);
    }

    @Test
    void sealsBeforeAStepOfTheClockSoThatABatchHasOneRelationOfClocks() {
        sealer.add(at(1_000), trusted(1_000, 0), NO_BRIEF, false);
        sealer.add(at(2_000), trusted(2_000, 501), NO_BRIEF, false);

        assertThat(sealer.due(2_000).orElseThrow().records()).containsExactly(at(1_000));
    }

    @Test
    void doesNotTakeAClockThatIsBeingSteeredForOneThatSteps() {
        sealer.add(at(1_000), trusted(1_000, 0), NO_BRIEF, false);
        sealer.add(at(2_000), trusted(2_000, -500), NO_BRIEF, false);

        assertThat(sealer.due(2_000)).isEmpty();
    }

    @Test
    void sealsBeforeTheClockBecomesTrusted() {
        sealer.add(at(1_000), untrusted(1_000), NO_BRIEF, false);
        sealer.add(at(2_000), trusted(2_000, 0), NO_BRIEF, false);

        assertThat(sealer.due(2_000).orElseThrow().clock().wall()).isEmpty();
    }

    @Test
    void withoutADateNoRecordLiesAfterTheTimeThatItsBatchCountsFrom() {
        sealer.add(at(1_000), untrusted(1_000), NO_BRIEF, false);
        sealer.add(at(2_000), untrusted(2_000), NO_BRIEF, false);

        assertThat(sealer.next().orElseThrow().clock()).isEqualTo(untrusted(2_000));
    }

    @Test
    void withADateTheClockIsTheOneOfTheFirstRecord() {
        sealer.add(at(1_000), trusted(1_000, 0), NO_BRIEF, false);
        sealer.add(at(2_000), trusted(2_000, 400), NO_BRIEF, false);

        assertThat(sealer.next().orElseThrow().clock()).isEqualTo(trusted(1_000, 0));
    }

    @Test
    void sealsBeforeAnotherBriefIsInForce() {
        sealer.add(at(1_000), trusted(1_000, 0), NO_BRIEF, false);
        sealer.add(at(2_000), trusted(2_000, 0), Optional.of(Sha256.of(new byte[]{1})), false);

        assertThat(sealer.due(2_000).orElseThrow().brief()).isEmpty();
    }

    @Test
    void givesUpTheOldestInMemoryWhenTheCardTakesNothingForLong() {
        int givenUp = 0;
        for (int i = 0; i < 20; i++) {
            givenUp += sealer.add(at(i), trusted(i, 0), NO_BRIEF, false);
        }

        assertThat(givenUp).isEqualTo(12);
        assertThat(sealer.next().orElseThrow().records()).startsWith(at(12));
    }

    @Test
    void makesNoBatchThatIsTooLargeHoweverLongTheNamesAre() {
        BatchSealer shipped = new BatchSealer(SealingSettings.DEFAULT);
        String longest = "x".repeat(63);
        for (int i = 0; i < 2_000; i++) {
            JournalRecord record = new JournalRecord(Integer.MAX_VALUE + (long) i, switch (i % 4) {
                case 0 -> new Measured(new ProbeId(longest), new Temperature(-199_999));
                case 1 -> new Measured(new ProbeId(longest), ProbeFault.CHECKSUM);
                case 2 -> new Event.VialHandled(new VialId(longest), new ProductId(longest), VialStep.RECONSTITUTED);
                default -> new Event.BriefAdopted(Sha256.NONE);
            });
            shipped.add(record, trusted(1, 0), Optional.of(Sha256.NONE), false);
        }
        int records = 0;
        while (shipped.next().isPresent()) {
            BatchSealer.Run run = shipped.next().orElseThrow();
            assertThat(BatchCodec.encode(new Batch(
                    new BatchId(new DeviceId(longest), new JournalId("f".repeat(32)), Long.MAX_VALUE), run.clock(),
                    Sha256.NONE, Optional.empty(), run.brief(), run.records())).length)
                    .isLessThanOrEqualTo(SealingSettings.DEFAULT.mostBytes());
            records += shipped.sealed();
        }
        assertThat(records).isEqualTo(2_000);
    }

    private static JournalRecord at(long monotonicMillis) {
        return new JournalRecord(monotonicMillis, new Event.PowerChanged(true));
    }

    private static BatchClock untrusted(long monotonicMillis) {
        return new BatchClock(new BootId("b"), monotonicMillis, Optional.empty());
    }

    private static BatchClock trusted(long monotonicMillis, long errorMillis) {
        return new BatchClock(new BootId("b"), monotonicMillis,
                Optional.of(NOON.plusMillis(monotonicMillis + errorMillis)));
    }
}
