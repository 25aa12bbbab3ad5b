package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A batch as SenML in CBOR: a head of records named {@code batch/…}, then one SenML record for each record.
 *
 * <p>The first record carries the base name (the device), the base unit (°C) and, if the clock is trusted, the base time:
 * the wall clock at the batch's own monotonic time. Every {@code t} counts from there, so that one pack tells both the
 * date and the monotonic order. Without a base time {@code t} counts, as RFC 8428 has it, from about now.
 */
public final class BatchCodec {

    private static final CBORFactory FORMAT = new CBORFactory();

    private BatchCodec() {}

    /**
     * The bytes of a batch; equal batches give equal bytes.
     *
     * @throws IllegalArgumentException if they are more than {@link Batch#MOST_BYTES}
     */
    public static byte[] encode(Batch batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 + 32 * batch.records().size());
        try (CBORGenerator generator = FORMAT.createGenerator(bytes)) {
            new BatchWriter(generator, batch).write();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        if (bytes.size() > Batch.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "batch " + batch.id() + " is larger than " + Batch.MOST_BYTES + " bytes: "
                            + bytes.size());
        }
        return bytes.toByteArray();
    }

    /**
     * Decodes a batch that came under this identity.
     *
     * @param expected from the topic; the bytes must name the same
     */
    public static Decoded<Batch> decode(BatchId expected, byte[] content) {
        return content.length > Batch.MOST_BYTES
                ? decodeAnyForm(expected, content)
                : QuickBatch.read(expected, content).<Decoded<Batch>>map(Decoded.Ok::new)
                        .orElseGet(() -> decodeAnyForm(expected, content));
    }

    static Decoded<Batch> decodeAnyForm(BatchId expected, byte[] content) {
        try {
            if (content.length > Batch.MOST_BYTES) {
                throw new Refusal(Rejection.TOO_LARGE,
                        content.length + " bytes; a batch has at most " + Batch.MOST_BYTES);
            }
            return new Decoded.Ok<>(read(expected, SenmlReader.readCbor(content)));
        } catch (Refusal refusal) {
            return refusal.asValue();
        } catch (IllegalArgumentException | ArithmeticException e) { // what a value of ours refuses to be
            return new Decoded.Refused<>(Rejection.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static Batch read(BatchId expected, List<SenmlRecord> pack) throws Refusal {
        Head head = new Head(expected, pack);
        List<JournalRecord> records = new ArrayList<>(pack.size() - head.length);
        if (pack.size() - head.length > Batch.MOST_RECORDS) {
            throw new Refusal(Rejection.TOO_LARGE,
                    (pack.size() - head.length) + " records; a batch has at most " + Batch.MOST_RECORDS);
        }
        for (SenmlRecord record : pack.subList(head.length, pack.size())) {
            records.add(RecordCodec.read(record, head.monotonicMillis, head.baseUnit));
        }
        return head.batch(records);
    }

    /** The records named {@code batch/…} at the beginning. */
    private static final class Head {

        /** The base fields that a batch may have; a base value or sum would change what its numbers say. */
        private static final Set<String> IN_THE_FIRST = Set.of("bn", "bt", "bu", "bver");

        private final BatchId id;
        private final Optional<Instant> wall;
        private final long monotonicMillis;
        private final int length;
        private final @Nullable String baseUnit;
        private final Set<String> taken = new HashSet<>();
        private @Nullable String journal;
        private @Nullable BigDecimal number;
        private @Nullable Sha256 previous;
        private @Nullable Predecessor predecessor;
        private @Nullable Sha256 brief;
        private @Nullable String boot;
        private @Nullable BigDecimal monotonic;

        Head(BatchId expected, List<SenmlRecord> pack) throws Refusal {
            if (pack.isEmpty()) {
                throw Refusal.malformed("an empty pack");
            }
            SenmlRecord first = pack.getFirst();
            Senml.checkVersion(first);
            if (!(expected.device() + "/").equals(first.baseName())) {
                throw new Refusal(Rejection.WRONG_IDENTITY,
                        "base name " + first.baseName() + " under the topic of device " + expected.device());
            }
            checkBaseFields(pack);
            this.baseUnit = first.baseUnit();
            int at = 0;
            while (at < pack.size() && take(pack.get(at))) {
                at++;
            }
            this.length = at;
            this.id = identity(expected);
            this.wall = wall(first.baseTime());
            this.monotonicMillis = Decimals.millis(required("batch/monotonic", monotonic));
        }

        /** RFC 8428 allows them anywhere, and means something by it; a batch has one base, in its first record. */
        private static void checkBaseFields(List<SenmlRecord> pack) throws Refusal {
            for (String field : pack.getFirst().baseFields()) {
                if (!IN_THE_FIRST.contains(field)) {
                    throw Refusal.malformed(field + " has no place in a batch");
                }
            }
            for (int i = 1; i < pack.size(); i++) {
                List<String> fields = pack.get(i).baseFields();
                if (!fields.isEmpty()) {
                    throw Refusal.malformed(fields.getFirst() + " stands in record " + (i + 1)
                            + "; base fields stand in the first record of a batch alone");
                }
            }
        }

        private boolean take(SenmlRecord record) throws Refusal {
            String name = record.name();
            if (name == null || !name.startsWith("batch/")) {
                return false;
            }
            if (!taken.add(name)) {
                throw Refusal.malformed(name + " twice in a batch");
            }
            switch (name) {
                case "batch/journal" -> journal = record.stringValue();
                case "batch/number" -> number = value(record, "count");
                case "batch/previous" -> previous = hash(record);
                case "batch/predecessor" -> predecessor = predecessor(required(name, record.stringValue()));
                case "batch/brief" -> brief = hash(record);
                case "batch/boot" -> boot = record.stringValue();
                case "batch/monotonic" -> monotonic = value(record, "s");
                default -> throw new Refusal(Rejection.UNKNOWN_NAME, "no such record: " + name);
            }
            return true;
        }

        /** A unit that is not the wire's is milliseconds taken for seconds, one day. */
        private static @Nullable BigDecimal value(SenmlRecord record, String unit) throws Refusal {
            if (!unit.equals(record.unit())) {
                throw Refusal.malformed(record.name() + " in " + record.unit() + ", not in " + unit);
            }
            return record.value();
        }

        private BatchId identity(BatchId expected) throws Refusal {
            String namedJournal = required("batch/journal", journal);
            long namedNumber = Decimals.whole(required("batch/number", number));
            if (!namedJournal.equals(expected.journal().value()) || namedNumber != expected.number()) {
                throw new Refusal(Rejection.WRONG_IDENTITY, "batch " + namedJournal + "/" + namedNumber
                        + " under the topic of " + expected.journal() + "/" + expected.number());
            }
            return expected;
        }

        private static Optional<Instant> wall(@Nullable BigDecimal baseTime) throws Refusal {
            if (baseTime == null) {
                return Optional.empty();
            }
            Instant wall = Instant.ofEpochMilli(Decimals.millis(baseTime));
            if (wall.isBefore(BatchClock.EARLIEST) || wall.isAfter(BatchClock.LATEST)) {
                throw new Refusal(Rejection.IMPOSSIBLE_TIME, "a clock that claims to be trusted shows " + wall
                        + ", not a date from " + BatchClock.EARLIEST + " to " + BatchClock.LATEST);
            }
            return Optional.of(wall);
        }

        private static Predecessor predecessor(String text) throws Refusal {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw Refusal.malformed("a predecessor is <journal>:<number>");
            }
            return new Predecessor(new JournalId(text.substring(0, colon)),
                    RecordCodec.natural(text.substring(colon + 1)));
        }

        private static Sha256 hash(SenmlRecord record) throws Refusal {
            return required("its data", record.dataValue()).asSha256();
        }

        private static <T> T required(String name, @Nullable T value) throws Refusal {
            if (value == null) {
                throw Refusal.malformed("a batch without " + name);
            }
            return value;
        }

        Batch batch(List<JournalRecord> records) throws Refusal {
            return new Batch(id, new BatchClock(new BootId(required("batch/boot", boot)), monotonicMillis, wall),
                    required("batch/previous", previous), Optional.ofNullable(predecessor), Optional.ofNullable(brief),
                    records);
        }
    }
}
