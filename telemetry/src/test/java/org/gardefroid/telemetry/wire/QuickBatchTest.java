package org.gardefroid.telemetry.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The quick decoder may pass, but never say anything else than the one that decides. */
final class QuickBatchTest {

    private static final BatchId ID = new BatchId(new DeviceId("box-1"), JournalId.of(new byte[16]), 7);

    @Property
    void whatIsWrittenIsReadQuicklyAndAsItWas(@ForAll("batches") Batch batch) {
        assertThat(QuickBatch.read(ID, BatchCodec.encode(batch))).contains(batch);
    }

    @Property(tries = 5_000)
    void whatItReadsOfDamagedBytesIsWhatTheOtherReads(@ForAll("batches") Batch batch,
            @ForAll("somewhere") int[] flips) {
        byte[] bytes = BatchCodec.encode(batch);
        for (int flip : flips) {
            bytes[flip / 8 % bytes.length] ^= (byte) (1 << flip % 8);
        }
        QuickBatch.read(ID, bytes).ifPresent(
                quick -> assertThat(BatchCodec.decodeAnyForm(ID, bytes)).isEqualTo(new Decoded.Ok<>(quick)));
    }

    @Test
    void leavesEventsAndTruncatedBytesToTheOther() {
        byte[] bytes = BatchCodec
                .encode(batch(Optional.empty(), List.of(new Event.PowerChanged(true)), Optional.empty()));
        assertThat(QuickBatch.read(ID, bytes)).isEmpty();
        assertThat(QuickBatch.read(ID, new byte[0])).isEmpty();
        assertThat(QuickBatch.read(ID, new byte[]{(byte) 0x9a, 127, -1, -1, -1})).isEmpty();
    }

    @Provide
    Arbitrary<int[]> somewhere() {
        return Arbitraries.integers().between(0, 1 << 14).array(int[].class).ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Batch> batches() {
        Arbitrary<Observation> readings = Combinators.combine(Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(Temperature.LOWEST_MILLI_CELSIUS, Temperature.HIGHEST_MILLI_CELSIUS))
                .as((probe, milliCelsius) -> new Measured(new ProbeId("probe-" + probe),
                        new Temperature(milliCelsius)));
        return Combinators.combine(readings.list().ofMinSize(1).ofMaxSize(40),
                Arbitraries.just(Instant.parse("2026-03-01T08:00:00.123Z")).optional(),
                Arbitraries.just(Sha256.of(new byte[]{1})).optional())
                .as((observations, wall, brief) -> batch(wall, observations, brief));
    }

    private static Batch batch(Optional<Instant> wall, List<? extends Observation> observations,
            Optional<Sha256> brief) {
        BatchClock clock = new BatchClock(new BootId("boot"), 5_000_123, wall);
        List<JournalRecord> records = observations.stream()
                .map(observation -> new JournalRecord(4_000_000L + observation.hashCode() % 1_000_000, observation))
                .toList();
        return new Batch(ID, clock, Sha256.of(new byte[0]), Optional.empty(), brief, records);
    }
}
