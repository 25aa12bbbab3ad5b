package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a card holds of a journal: the file and its log. Between two moments at each of which all is synced, a power cut
 * leaves any of the sectors written since, in any choice; but the log's head is synced before its frames, and all of the
 * log before a page of the file is written.
 */
final class CardImage {

    private static final int SECTOR = 512;
    private static final int LOG_HEAD = 32;

    private final byte @Nullable [] file;
    private final byte @Nullable [] log;

    CardImage(byte @Nullable [] file, byte @Nullable [] log) {
        this.file = file;
        this.log = log;
    }

    byte @Nullable [] file() {
        return file;
    }

    byte @Nullable [] log() {
        return log;
    }

    static CardImage of(Path journal) throws IOException {
        return new CardImage(read(journal), read(Path.of(journal + "-wal")));
    }

    private static byte @Nullable [] read(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }

    void write(Path journal) throws IOException {
        if (file != null) {
            Files.write(journal, file);
        }
        if (log != null) {
            Files.write(Path.of(journal + "-wal"), log);
        }
    }

    /** The power is cut on the way from this to {@code next}. */
    CardImage cut(CardImage next, RandomGenerator random) {
        if (log == null) { // the file has just been made
            return random.nextBoolean() ? this : next;
        }
        if (next.log == null || next.log.length < log.length) { // the log goes when all of it is in the file
            return random.nextBoolean() ? new CardImage(torn(file, next.file, random), log) : next;
        }
        if (random.nextInt(4) == 0) {
            return new CardImage(torn(file, next.file, random), next.log);
        }
        byte[] before = log;
        if (next.log.length >= LOG_HEAD
                && (log.length < LOG_HEAD || !Arrays.equals(log, 0, LOG_HEAD, next.log, 0, LOG_HEAD))) {
            if (random.nextBoolean()) {
                return this;
            }
            before = Arrays.copyOf(log, Math.max(log.length, LOG_HEAD));
            System.arraycopy(next.log, 0, before, 0, LOG_HEAD);
        }
        return new CardImage(file, torn(before, next.log, random));
    }

    /** Dropped, torn, reordered: of the sectors that differ, some are there. */
    private static byte @Nullable [] torn(byte @Nullable [] before, byte @Nullable [] after, RandomGenerator random) {
        if (before == null || after == null) {
            return after;
        }
        byte[] torn = Arrays.copyOf(before, Math.max(before.length, after.length));
        int kept = random.nextInt(0, 101);
        int length = before.length;
        for (int at = 0; at < after.length; at += SECTOR) {
            int end = Math.min(at + SECTOR, after.length);
            boolean differs = at >= before.length || end > before.length
                    || !Arrays.equals(before, at, end, after, at, end);
            if (differs && random.nextInt(100) < kept) {
                System.arraycopy(after, at, torn, at, end - at);
                length = Math.max(length, end);
            }
        }
        return Arrays.copyOf(torn, length);
    }

    /** A byte is another one than was written, or the end is missing: in the file or in the log. */
    CardImage damaged(RandomGenerator random) {
        boolean inLog = log != null && log.length > 0 && (file == null || random.nextBoolean());
        byte[] victim = inLog ? log : file;
        if (victim == null || victim.length == 0) {
            return this;
        }
        byte[] changed = victim.clone();
        if (!inLog && random.nextInt(4) == 0) {
            changed = Arrays.copyOf(changed, random.nextInt(changed.length));
        } else {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return inLog ? new CardImage(file, changed) : new CardImage(changed, log);
    }
}
