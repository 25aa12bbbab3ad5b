package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.gardefroid.telemetry.LotNumber;
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
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BatchCodecTest {

    private static final JournalId JOURNAL = new JournalId("00112233445566778899aabbccddeeff");
    private static final BatchId ID = new BatchId(new DeviceId("box-1"), JOURNAL, 7);
    private static final BatchId FIRST = new BatchId(new DeviceId("box-1"), JOURNAL, 1);
    /** The records of the head of {@link #pack()}. */
    private static final int HEAD = 7;
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
                new Event.VialsTurned(false), new Event.VialsStruck(), new Event.PowerChanged(true),
                new Event.BatteryLevel(100, Optional.empty()),
                new Event.ProbeCalibrated(PROBE, -120, 100, java.time.LocalDate.of(2027, 3, 1), "2026/0417"),
                new Event.PartFault("display", Optional.of(ProbeFault.DISCONNECTED)),
                new Event.PartFault("display", Optional.empty()), new Event.HumidityRead(PROBE, 0),
                new Event.HumidityRead(PROBE, 100),
                new Event.BatteryLevel(0, Optional.of(java.time.Duration.ofDays(60))),
                new Event.VialHandled(new VialId("v-1"), new ProductId("priorix"), VialStep.RECONSTITUTED),
                Event.VialHandled.drawnUp(new VialId("s-1"), new ProductId("priorix"), new VialId("v-1")),
                new Event.ClockChanged(true), new Event.BriefAdopted(Sha256.of(new byte[]{2})),
                new Event.BatchesDropped(JOURNAL, new NumberRange(3, 9)),
                new Event.JournalSetAside("journal.db.unsound-1"), new Event.VialMoved(new VialId("v-1"), false),
                new Event.VialOfLot(new VialId("v-1"), new LotNumber("A69/CE-71")),
                new Event.DosesLeft(new VialId("v-1"), 0), new Event.DosesLeft(new VialId("v-1"), 100),
                new Event.StartVoided(new VialId("v-1"), VoidReason.OTHER_VIAL, "Hélène / AB"),
                new Event.VialEnded(new VialId("v-1"), VialEnd.WASTED, Optional.of("dasri-3")),
                new Event.VialEnded(new VialId("v-1"), VialEnd.USED, Optional.empty()));
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

    @Test
    void whatTheFollowingTestsSpoilIsSoundBefore() {
        assertThat(BatchCodec.decode(FIRST, bytes(pack()))).isInstanceOf(Decoded.Ok.class);
    }

    @Test
    void aTemperatureWithoutAUnitOfItsOwnIsInTheBaseUnitAndOnlyCelsiusIsOne() {
        List<Map<Integer, Object>> kelvin = pack();
        kelvin.getFirst().put(Labels.BASE_UNIT, "K");
        assertThat(refusal(kelvin)).isEqualTo(
                new Decoded.Refused<Batch>(Rejection.NOT_A_TEMPERATURE, "a temperature in K, not Cel"));

        List<Map<Integer, Object>> none = pack();
        none.getFirst().remove(Labels.BASE_UNIT);
        assertThat(refusal(none).reason()).isEqualTo(Rejection.NOT_A_TEMPERATURE);

        List<Map<Integer, Object>> own = pack();
        own.getLast().put(Labels.UNIT, "K");
        assertThat(refusal(own).reason()).isEqualTo(Rejection.NOT_A_TEMPERATURE);
    }

    @Test
    void aUnitOfItsOwnGoesBeforeTheBaseUnit() {
        List<Map<Integer, Object>> pack = pack();
        pack.getFirst().put(Labels.BASE_UNIT, "K");
        pack.getLast().put(Labels.UNIT, "Cel");
        assertThat(BatchCodec.decode(FIRST, bytes(pack))).isInstanceOf(Decoded.Ok.class);
    }

    @Test
    void theNumberAndTheMonotonicTimeAreInTheUnitsOfTheWire() {
        for (String head : List.of("batch/number", "batch/monotonic")) {
            List<Map<Integer, Object>> pack = pack();
            pack.stream().filter(each -> head.equals(each.get(Labels.NAME)))
                    .forEach(each -> each.put(Labels.UNIT, "ms"));
            assertThat(refusal(pack).reason()).isEqualTo(Rejection.MALFORMED);
            assertThat(refusal(pack).detail()).contains(head, "ms");
        }
    }

    @Test
    void humidityIsAWholePercentOfRelativeHumidity() {
        List<Map<Integer, Object>> pack = pack();
        pack.getLast().put(Labels.NAME, "humidity/p");
        pack.getLast().put(Labels.VALUE, 45L);
        pack.getLast().put(Labels.UNIT, "%RH");
        assertThat(BatchCodec.decode(FIRST, bytes(pack))).isInstanceOf(Decoded.Ok.class);
        pack.getLast().put(Labels.VALUE, 101L);
        assertThat(refusal(pack).reason()).isEqualTo(Rejection.MALFORMED);
        pack.getLast().put(Labels.VALUE, 45L);
        pack.getLast().put(Labels.UNIT, "%");
        assertThat(refusal(pack).reason()).isEqualTo(Rejection.MALFORMED);
        pack.getLast().remove(Labels.UNIT);
        assertThat(refusal(pack).reason()).as("the base unit is not its own").isEqualTo(Rejection.MALFORMED);
    }

    @Test
    void aRecordHasOneValue() {
        List<Map<Integer, Object>> pack = pack();
        pack.getLast().put(Labels.STRING_VALUE, "checksum");
        assertThat(refusal(pack)).isEqualTo(new Decoded.Refused<Batch>(Rejection.MALFORMED,
                "a record with 2 values has to be 2 records"));
    }

    @ParameterizedTest
    @CsvSource({"-1, bver", "-2, bn", "-3, bt", "-4, bu", "-5, bv", "-6, bs"})
    void aBaseFieldOnALaterRecordThanTheFirstIsMalformed(int label, String field) {
        Object value = switch (field) {
            case "bn" -> "box-1/";
            case "bu" -> "Cel";
            case "bt" -> 1_795_313_400L;
            case "bver" -> 10L;
            default -> 0L;
        };
        for (int at = 1; at < pack().size(); at++) {
            List<Map<Integer, Object>> pack = pack();
            pack.get(at).put(label, value);
            Decoded.Refused<Batch> refusal = refusal(pack);
            assertThat(refusal.reason()).as("record %s", at).isEqualTo(Rejection.MALFORMED);
            assertThat(refusal.detail()).startsWith(field + " ");
        }
    }

    @ParameterizedTest
    @CsvSource({"-5, bv", "-6, bs"})
    void aBaseValueOrSumIsMalformedInTheFirstRecordToo(int label, String field) {
        List<Map<Integer, Object>> pack = pack();
        pack.getFirst().put(label, 1L);
        assertThat(refusal(pack).reason()).isEqualTo(Rejection.MALFORMED);
        assertThat(refusal(pack).detail()).startsWith(field + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch/journal", "batch/number", "batch/previous", "batch/predecessor", "batch/brief",
        "batch/boot", "batch/monotonic"})
    void aNameOfTheHeadTwiceIsMalformed(String name) {
        List<Map<Integer, Object>> pack = pack();
        Map<Integer, Object> again = new LinkedHashMap<>(pack.stream()
                .filter(record -> name.equals(record.get(Labels.NAME))).findFirst().orElseThrow());
        again.keySet().removeIf(label -> label < 0);
        pack.add(HEAD, again);
        assertThat(refusal(pack))
                .isEqualTo(new Decoded.Refused<Batch>(Rejection.MALFORMED, name + " twice in a batch"));
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

    /** A sound first batch in a form that is spoilt in one place by each test. */
    private static List<Map<Integer, Object>> pack() {
        return new ArrayList<>(List.of(
                record(Labels.BASE_NAME, "box-1/", Labels.BASE_UNIT, "Cel", Labels.NAME, "batch/journal",
                        Labels.STRING_VALUE, JOURNAL.value()),
                record(Labels.NAME, "batch/number", Labels.UNIT, "count", Labels.VALUE, 1L),
                record(Labels.NAME, "batch/previous", Labels.DATA_VALUE, new byte[Sha256.BYTES]),
                record(Labels.NAME, "batch/predecessor", Labels.STRING_VALUE, "f".repeat(32) + ":41"),
                record(Labels.NAME, "batch/brief", Labels.DATA_VALUE, new byte[Sha256.BYTES]),
                record(Labels.NAME, "batch/boot", Labels.STRING_VALUE, "boot-1"),
                record(Labels.NAME, "batch/monotonic", Labels.UNIT, "s", Labels.VALUE, 60L),
                record(Labels.NAME, "power/mains", Labels.BOOLEAN_VALUE, true),
                record(Labels.NAME, "t/" + PROBE, Labels.VALUE, 4L)));
    }

    private static Map<Integer, Object> record(Object... labelsAndValues) {
        Map<Integer, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            record.put((Integer) labelsAndValues[i], labelsAndValues[i + 1]);
        }
        return record;
    }

    private static byte[] bytes(List<Map<Integer, Object>> pack) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator generator = new CBORFactory().createGenerator(bytes)) {
            generator.writeStartArray(null, pack.size());
            for (Map<Integer, Object> record : pack) {
                generator.writeStartObject(null, record.size());
                for (Map.Entry<Integer, Object> field : record.entrySet()) {
                    generator.writeFieldId(field.getKey());
                    switch (field.getValue()) {
                        case String text -> generator.writeString(text);
                        case Long number -> generator.writeNumber(number);
                        case Boolean truth -> generator.writeBoolean(truth);
                        case byte[] data -> generator.writeBinary(data);
                        default -> throw new AssertionError("no such value: " + field);
                    }
                }
                generator.writeEndObject();
            }
            generator.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Decoded.Refused<Batch> refusal(List<Map<Integer, Object>> pack) {
        return switch (BatchCodec.decode(FIRST, bytes(pack))) {
            case Decoded.Ok<Batch>(Batch batch) -> throw new AssertionError("decoded " + pack + " as " + batch);
            case Decoded.Refused<Batch> refused -> refused;
        };
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
