package org.gardefroid.telemetry.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch that has exactly the form in which {@link BatchWriter} writes the most frequent one: temperatures and nothing
 * else, the fields in its order. It refuses nothing: what looks different in any way is left to {@link BatchCodec}, whose
 * word alone decides. So it may be wrong in one direction only, and a test compares the two.
 *
 * <p>Most batches are of this form, and most of the service's own work is to decode them.
 */
final class QuickBatch {

    /** A thousand times this is still less than what the other decoder takes. */
    private static final long MOST = 1L << 43;

    private static final byte[] TEMPERATURE = {'t', '/'};

    private final byte[] bytes;
    private final byte[][] names = new byte[8][];
    private final @Nullable ProbeId[] probes = new ProbeId[8];
    private int at;
    private int known;

    private QuickBatch(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Thrown and caught here alone: it says no more than that the form is another. */
    private static final class OtherForm extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OtherForm() {
            super("another form", null, false, false);
        }
    }

    /** The batch, or nothing if the form is any other. */
    static Optional<Batch> read(BatchId expected, byte[] content) {
        try {
            return Optional.of(new QuickBatch(content).batch(expected));
        } catch (OtherForm | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Batch batch(BatchId expected) {
        int left = length(4);
        int fields = length(5);
        expect(-2, expected.device() + "/");
        Optional<Instant> wall = Optional.empty();
        if (fields == 5) {
            expect(-3);
            wall = Optional.of(Instant.ofEpochMilli(thousandths()));
        } else if (fields != 4) {
            throw new OtherForm();
        }
        expect(-4, RecordCodec.CELSIUS);
        expect(0, "batch/journal");
        expect(3, expected.journal().value());
        head(3, "batch/number");
        expect(1, "count");
        expect(2);
        if (integer() != expected.number()) {
            throw new OtherForm();
        }
        head(2, "batch/previous");
        expect(8);
        Sha256 previous = hash();
        left -= 3;
        Optional<Sha256> brief = Optional.empty();
        if (next() == 0xa2 && textFollows("batch/brief")) {
            head(2, "batch/brief");
            expect(8);
            brief = Optional.of(hash());
            left--;
        }
        head(2, "batch/boot");
        expect(3);
        BootId boot = new BootId(text());
        head(3, "batch/monotonic");
        expect(1, "s");
        expect(2);
        long monotonic = thousandths();
        left -= 2;
        List<JournalRecord> records = new ArrayList<>(Math.min(left, Batch.MOST_RECORDS));
        for (int i = 0; i < left; i++) {
            records.add(record(monotonic));
        }
        if (at != bytes.length) {
            throw new OtherForm();
        }
        return new Batch(expected, new BatchClock(boot, monotonic, wall), previous, Optional.empty(), brief, records);
    }

    private JournalRecord record(long monotonic) {
        int fields = length(5);
        if (fields != 2 && fields != 3) {
            throw new OtherForm();
        }
        expect(0);
        ProbeId probe = probe();
        expect(2);
        long milliCelsius = thousandths();
        if (!Temperature.isInRange(milliCelsius)) {
            throw new OtherForm();
        }
        long time = 0;
        if (fields == 3) {
            expect(6);
            time = thousandths();
        }
        return new JournalRecord(monotonic + time, new Measured(probe, new Temperature((int) milliCelsius)));
    }

    /** The same few names come again and again: each is made and checked once. */
    private ProbeId probe() {
        int length = length(3);
        int from = at + TEMPERATURE.length;
        int to = at + length;
        if (length <= TEMPERATURE.length || to > bytes.length
                || !Arrays.equals(bytes, at, from, TEMPERATURE, 0, TEMPERATURE.length)) {
            throw new OtherForm();
        }
        at = to;
        for (int i = 0; i < known; i++) {
            ProbeId probe = probes[i];
            if (probe != null && Arrays.equals(bytes, from, to, names[i], 0, names[i].length)) {
                return probe;
            }
        }
        ProbeId probe = new ProbeId(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        if (known < probes.length) {
            names[known] = Arrays.copyOfRange(bytes, from, to);
            probes[known] = probe;
            known++;
        }
        return probe;
    }

    private void head(int fields, String name) {
        if (length(5) != fields) {
            throw new OtherForm();
        }
        expect(0, name);
    }

    private boolean textFollows(String text) {
        return at + 3 + text.length() <= bytes.length && bytes[at + 1] == 0
                && (bytes[at + 2] & 0xff) == 0x60 + text.length()
                && new String(bytes, at + 3, text.length(), StandardCharsets.US_ASCII).equals(text);
    }

    private void expect(int label) {
        if (integer() != label) {
            throw new OtherForm();
        }
    }

    private void expect(int label, String text) {
        expect(label);
        if (!text().equals(text)) {
            throw new OtherForm();
        }
    }

    private int next() {
        return bytes[at] & 0xff;
    }

    /** The length of an array (4), a map (5) or a text (3). */
    private int length(int major) {
        if (next() >>> 5 != major) {
            throw new OtherForm();
        }
        long length = argument();
        if (length > bytes.length) {
            throw new OtherForm();
        }
        return (int) length;
    }

    private String text() {
        int length = length(3);
        if (at + length > bytes.length) {
            throw new OtherForm();
        }
        for (int i = at; i < at + length; i++) {
            if (bytes[i] <= ' ') { // neither ASCII's controls nor anything beyond ASCII
                throw new OtherForm();
            }
        }
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.US_ASCII);
    }

    private Sha256 hash() {
        if (bytes[at] != 0x58 || bytes[at + 1] != Sha256.BYTES || at + 2 + Sha256.BYTES > bytes.length) {
            throw new OtherForm();
        }
        at += 2 + Sha256.BYTES;
        return Sha256.ofBytes(Arrays.copyOfRange(bytes, at - Sha256.BYTES, at));
    }

    /** An integer or a decimal fraction with at most three digits after the point, in thousandths. */
    private long thousandths() {
        if (next() != 0xc4) {
            return bounded(integer(), 1_000);
        }
        at++;
        if (next() != 0x82) {
            throw new OtherForm();
        }
        at++;
        return switch ((int) integer()) {
            case -1 -> bounded(integer(), 100);
            case -2 -> bounded(integer(), 10);
            case -3 -> bounded(integer(), 1);
            default -> throw new OtherForm();
        };
    }

    private static long bounded(long value, int factor) {
        if (value > MOST || value < -MOST) {
            throw new OtherForm();
        }
        return value * factor;
    }

    private long integer() {
        int major = next() >>> 5;
        if (major > 1) {
            throw new OtherForm();
        }
        long argument = argument();
        return major == 0 ? argument : -1 - argument;
    }

    private long argument() {
        int low = bytes[at++] & 0x1f;
        if (low < 24) {
            return low;
        }
        if (low > 27) {
            throw new OtherForm();
        }
        long argument = 0;
        for (int i = 1 << (low - 24); i > 0; i--) {
            argument = argument << 8 | bytes[at++] & 0xff;
        }
        if (argument < 0) {
            throw new OtherForm();
        }
        return argument;
    }
}
