package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.NumberSet;

/** From when on one equipment is to be judged once more, when, and which batches' progress waits for it. */
final class SecondLook {

    private static final Duration GATHERING = Duration.ofMillis(300);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final List<Tally> owed = new ArrayList<>();
    private Map<Progress.Key, NumberSet> covered = Map.of();
    private Optional<Instant> from;
    private Instant wantedSince = Instant.EPOCH;
    private boolean failing;

    /** Everything begins with one. */
    SecondLook(Instant from) {
        this.from = Optional.of(from);
    }

    boolean isWanted() {
        return from.isPresent();
    }

    Instant from() {
        return from.orElseThrow();
    }

    /** Late records come in company: they are waited for a moment. What has failed is let alone for longer. */
    boolean isDue(Instant now) {
        return from.isPresent() && !now.isBefore(wantedSince.plus(failing ? AFTER_FAILURE : GATHERING));
    }

    boolean isFailing() {
        return failing;
    }

    void want(Instant earliest, Instant now) {
        if (from.isEmpty()) {
            wantedSince = now;
        }
        from = Optional.of(from.filter(at -> at.isBefore(earliest)).orElse(earliest));
    }

    void failed(Instant now) {
        failing = true;
        want(Instant.MAX, now);
        wantedSince = now;
    }

    /** What this batch's progress has to wait for. */
    void owe(Tally tally) {
        owed.add(tally);
    }

    /** Whether the records of this batch are known already, because they were read from the database. */
    boolean covers(Progress.Key journal, long number) {
        if (covered.isEmpty()) {
            return false;
        }
        NumberSet numbers = covered.get(journal);
        return numbers != null && numbers.contains(number);
    }

    /** @return the batches whose progress has waited for this */
    List<Tally> taken(Map<Progress.Key, NumberSet> read) {
        covered = read;
        from = Optional.empty();
        failing = false;
        List<Tally> paid = List.copyOf(owed);
        owed.clear();
        return paid;
    }

    /** How many equipments a batch's progress still waits for. */
    static final class Tally {

        private final Progress.Key journal;
        private final long number;
        private int open;

        Tally(Progress.Key journal, long number, int open) {
            this.journal = journal;
            this.number = number;
            this.open = open;
        }

        Progress.Key journal() {
            return journal;
        }

        long number() {
            return number;
        }

        /** @return whether that was the last */
        boolean pay() {
            open--;
            return open == 0;
        }
    }
}
