package org.gardefroid.edge.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a write-ahead log that SQLite will not read. SQLite takes the log up to the first frame whose checksum is wrong
 * and says nothing of those behind: one flipped byte then takes back commits that were on the card. So it is looked at
 * before SQLite opens it, in the form that SQLite documents as its WAL format.
 *
 * <p>A power cut in the middle of a commit can look the same, where the card kept the commit's last page and not the one
 * before: it is told as well, for what was being recorded is not there.
 */
final class LogTail {

    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int LITTLE_ENDIAN_SUMS = 0x377f0682;
    private static final int BIG_ENDIAN_SUMS = 0x377f0683;

    private final ByteBuffer log;
    private int first;
    private int second;

    private LogTail(byte[] log) {
        this.log = ByteBuffer.wrap(log);
    }

    /**
     * Keeps a copy of a log of which a part is lost, for whoever wants to look into it.
     *
     * @return its name, if there is something lost
     */
    static Optional<String> keepDamaged(Path journal) {
        Path file = Path.of(journal + "-wal");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            int lost = new LogTail(Files.readAllBytes(file)).lostCommits();
            if (lost == 0) {
                return Optional.empty();
            }
            Path kept = Path.of(file + ".unsound");
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            LOG.error("end of the journal's log is damaged file={} copy={} commits={}", file, kept, lost);
            return Optional.of(String.valueOf(kept.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** How many commits stand behind the first frame that SQLite will not take. */
    private int lostCommits() {
        if (log.capacity() < HEADER + FRAME_HEADER) {
            return 0;
        }
        int page = log.getInt(8);
        boolean headIsSound = isSumOf(log.getInt(0), 0, 24, 24) && page >= 512 && page <= 65_536;
        if (!headIsSound) {
            return 1; // a head is one sector: it is never torn, and without it all is lost
        }
        int lost = 0;
        boolean sound = true;
        for (int at = HEADER; at + FRAME_HEADER + page <= log.capacity(); at += FRAME_HEADER + page) {
            boolean ours = log.getInt(at + 8) == log.getInt(16) && log.getInt(at + 12) == log.getInt(20);
            boolean commits = log.getInt(at + 4) != 0;
            sound = sound && ours && log.getInt(at) != 0 && isFrame(at, page);
            if (!sound && ours && commits) {
                lost++;
            }
        }
        return lost;
    }

    private boolean isFrame(int at, int page) {
        add(at, 8);
        add(at + FRAME_HEADER, page);
        return log.getInt(at + 16) == first && log.getInt(at + 20) == second;
    }

    private boolean isSumOf(int magic, int from, int length, int sums) {
        if (magic != LITTLE_ENDIAN_SUMS && magic != BIG_ENDIAN_SUMS) {
            return false;
        }
        add(from, length);
        return log.getInt(sums) == first && log.getInt(sums + 4) == second;
    }

    private void add(int from, int length) {
        ByteOrder order = log.getInt(0) == BIG_ENDIAN_SUMS ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer words = log.duplicate().order(order);
        for (int at = from; at < from + length; at += 8) {
            first += words.getInt(at) + second;
            second += words.getInt(at + 4) + first;
        }
    }
}
