package org.gardefroid.telemetry.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
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
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BatchCodecTest {

    private static final JournalId JOURNAL = new JournalId("00112233445566778899aabbccddeeff");
    private static final BatchId ID = new BatchId(new DeviceId("box-1"), JOURNAL, 7);
    private static final BatchClock TRUSTED = new BatchClock(new BootId("boot-1"), 60_000,
            Optional.of(Instant.parse("2026-11-22T02:10:00.250Z")));
    private static final BatchClock UNTRUSTED = new BatchClock(new BootId("boot-1"), 60_000, Optional.empty());
    private static final ProbeId PROBE = new ProbeId("28-031600a1b2c3");

    private static Batch batch(BatchClock clock, Observation... observations) {
        List<JournalRecord> records = new ArrayList<>();
        long at = 59_000;
        for (Observation observation : observations) {
            records.add(new JournalRecord(at, observation));
            at += 1_001;
        }
        return new Batch(ID, clock, Sha256.of(new byte[]{1}), Optional.empty(), Optional.of(Sha256.of(new byte[0])),
                records);
    }

    private static Batch roundTrip(Batch batch) {
        return BatchCodec.decode(batch.id(), BatchCodec.encode(batch)).orThrow();
    }

    @Test
    void everyKindOfRecordComesBackAsItWas() {
        Batch batch = batch(TRUSTED, new Event.AgentStarted("0.1.0"), new Measured(PROBE, new Temperature(4_687)),
                new Measured(PROBE, ProbeFault.CHECKSUM), new Event.DoorMoved(new DoorId("lid"), true),
                new Event.VialsTurned(false), new Event.PowerChanged(true),
                new Event.VialHandled(new VialId("v-1"), new ProductId("priorix"), VialStep.RECONSTITUTED),
                new Event.ClockChanged(true), new Event.BriefAdopted(Sha256.of(new byte[]{2})),
                new Event.BatchesDropped(JOURNAL, new NumberRange(3, 9)),
                new Event.JournalSetAside("journal.db.unsound-1"));
        assertThat(roundTrip(batch)).isEqualTo(batch);
    }

    @ParameterizedTest
    @ValueSource(ints = {-200_000, -80_001, -500, -1, 0, 1, 2_000, 8_000, 8_001, 85_000, 200_000})
    void temperaturesAreExactAtBothEndsOfTheirRangeAndBetween(int milliCelsius) {
        Batch batch = batch(TRUSTED, new Measured(PROBE, new Temperature(milliCelsius)));
        assertThat(roundTrip(batch)).isEqualTo(batch);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 59_999, 60_000, 60_001, 123_456_789, 4_000_000_000_000L})
    void monotonicTimesAreExactToTheMillisecond(long monotonicMillis) {
        Batch batch = new Batch(ID, UNTRUSTED, Sha256.NONE, Optional.empty(), Optional.empty(),
                List.of(new JournalRecord(monotonicMillis, new Event.PowerChanged(false))));
        assertThat(roundTrip(batch)).isEqualTo(batch);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_000_000_000_000L})
    void numbersAreExactAtBothEndsOfTheirRange(long number) {
        BatchId id = new BatchId(new DeviceId("b"), JOURNAL, number);
        Batch batch = new Batch(id, TRUSTED, Sha256.NONE, Optional.empty(), Optional.empty(),
                List.of(new JournalRecord(0, new Event.PowerChanged(false))));
        assertThat(roundTrip(batch)).isEqualTo(batch);
    }

    @Test
    void theFirstBatchNamesTheJournalBefore() {
        Batch batch = new Batch(new BatchId(new DeviceId("box-1"), JOURNAL, 1), TRUSTED, Sha256.NONE,
                Optional.of(new Predecessor(new JournalId("f".repeat(32)), 41)), Optional.empty(),
                List.of(new JournalRecord(0, new Event.AgentStarted("0.1.0"))));
        assertThat(roundTrip(batch)).isEqualTo(batch);
    }

    @Test
    void anUntrustedClockDatesNothing() {
        Batch batch = roundTrip(batch(UNTRUSTED, new Measured(PROBE, new Temperature(5_000))));
        assertThat(batch.dated()).isEmpty();
    }

    @Test
    void aThousandReadingsFitABatch() {
        Observation[] observations = new Observation[Batch.MOST_RECORDS];
        Arrays.setAll(observations, i -> new Measured(PROBE, new Temperature(-199_999 + i)));
        Batch batch = batch(TRUSTED, observations);
        assertThat(BatchCodec.encode(batch)).hasSizeLessThanOrEqualTo(Batch.MOST_BYTES);
        assertThat(roundTrip(batch)).isEqualTo(batch);
    }

    @Test
    void aTruncatedBatchIsMalformedWhereverItEnds() {
        byte[] whole = BatchCodec.encode(batch(TRUSTED, new Measured(PROBE, new Temperature(5_100))));
        for (int length = 0; length < whole.length; length++) {
            assertThat(reason(Arrays.copyOf(whole, length))).as("first %s bytes", length)
                    .isEqualTo(Rejection.MALFORMED);
        }
    }

    @Test
    void bytesAfterTheEndAreMalformed() {
        byte[] whole = BatchCodec.encode(batch(TRUSTED, new Measured(PROBE, new Temperature(5_100))));
        assertThat(reason(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(Rejection.MALFORMED);
    }

    @Test
    void theTopicAndTheBytesMustNameTheSameBatch() {
        byte[] bytes = BatchCodec.encode(batch(TRUSTED, new Event.PowerChanged(true)));
        assertThat(refused(new BatchId(new DeviceId("box-2"), JOURNAL, 7), bytes)).isEqualTo(Rejection.WRONG_IDENTITY);
        assertThat(refused(new BatchId(new DeviceId("box-1"), JOURNAL, 8), bytes)).isEqualTo(Rejection.WRONG_IDENTITY);
        assertThat(refused(new BatchId(new DeviceId("box-1"), new JournalId("0".repeat(32)), 7), bytes))
                .isEqualTo(Rejection.WRONG_IDENTITY);
    }

    @Property(tries = 2_000)
    void randomBytesAreRefusedAndNeverThrow(@ForAll byte[] bytes) {
        assertThat(BatchCodec.decode(ID, bytes)).isInstanceOf(Decoded.Refused.class);
    }

    @Property(tries = 2_000)
    void aFlippedBitIsNeverAnError(@ForAll("somewhere") int[] flips) {
        byte[] bytes = BatchCodec.encode(batch(TRUSTED, new Measured(PROBE, new Temperature(5_100)),
                new Event.DoorMoved(new DoorId("lid"), true)));
        for (int flip : flips) {
            bytes[flip / 8 % bytes.length] ^= (byte) (1 << flip % 8);
        }
        assertThat(BatchCodec.decode(ID, bytes)).isNotNull();
    }

    @Provide
    Arbitrary<int[]> somewhere() {
        return Arbitraries.integers().between(0, 1 << 14).array(int[].class).ofMinSize(1).ofMaxSize(4);
    }

    @Property
    void anyBatchComesBackAsItWas(@ForAll("batches") Batch batch) {
        assertThat(roundTrip(batch)).isEqualTo(batch);
    }

    @Provide
    Arbitrary<Batch> batches() {
        Arbitrary<JournalRecord> readings = Combinators.combine(Arbitraries.longs().between(0, 1L << 40),
                Arbitraries.integers().between(Temperature.LOWEST_MILLI_CELSIUS, Temperature.HIGHEST_MILLI_CELSIUS))
                .as((at, milliCelsius) -> new JournalRecord(at, new Measured(PROBE, new Temperature(milliCelsius))));
        Arbitrary<JournalRecord> faults = Arbitraries.of(ProbeFault.values())
                .map(fault -> new JournalRecord(5, new Measured(PROBE, fault)));
        return Arbitraries.oneOf(readings, faults).list().ofMinSize(1).ofMaxSize(40)
                .map(records -> new Batch(ID, TRUSTED, Sha256.NONE, Optional.empty(), Optional.empty(), records));
    }

    private static Rejection reason(byte[] bytes) {
        return refused(ID, bytes);
    }

    private static Rejection refused(BatchId id, byte[] bytes) {
        return switch (BatchCodec.decode(id, bytes)) {
            case Decoded.Ok<Batch>(Batch batch) ->
                throw new AssertionError("decoded " + HexFormat.of().formatHex(bytes) + " as " + batch);
            case Decoded.Refused<Batch>(Rejection reason, String detail) -> reason;
        };
    }
}
