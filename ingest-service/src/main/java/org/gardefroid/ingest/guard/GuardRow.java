package org.gardefroid.ingest.guard;

import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;

/**
 * What the database has of one journal: one row, locked while it is widened.
 *
 * @param stored the numbers whose records are stored, whether dated or held
 * @param dropped the numbers that the device declared as given up, and of which nothing has come
 * @param held of {@code stored}, the numbers whose records have no date yet
 * @param rejected the numbers in quarantine, and why; none of them is in {@code stored}
 * @param forked the numbers of which other bytes are in quarantine as well
 * @param watermarkHash the SHA-256 of the batch at {@code stored.watermark()}, if that is more than 0
 * @param boot the boot that the journal belongs to, once a batch of it is stored
 * @param predecessor the journal before, once batch 1 is stored and named one
 */
public record GuardRow(
        JournalKey key,
        NumberSet stored,
        NumberSet dropped,
        NumberSet held,
        Map<Long, Rejection> rejected,
        NumberSet forked,
        Optional<Sha256> watermarkHash,
        Optional<BootId> boot,
        Optional<Predecessor> predecessor) {

    public GuardRow {
        rejected = Map.copyOf(rejected);
    }

    public static GuardRow empty(JournalKey key) {
        return new GuardRow(key, NumberSet.EMPTY, NumberSet.EMPTY, NumberSet.EMPTY, Map.of(), NumberSet.EMPTY,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the device need not send: stored, or declared by itself as gone. */
    public NumberSet settled() {
        return stored.union(dropped);
    }
}
