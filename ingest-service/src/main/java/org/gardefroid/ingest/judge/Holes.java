package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.alerting.HoleWait;
import org.gardefroid.ingest.judge.HandOver.Handed;
import org.gardefroid.telemetry.NumberSet;

/**
 * Batches of each journal in the order of their numbers. What comes before its turn waits a little for what is missing:
 * judged at once, an urgent batch would look as if nobody had watched before it.
 */
final class Holes {

    private final HoleWait wait;
    private final int mostRecords;
    private final Map<Progress.Key, Journal> journals = new HashMap<>();
    private int records;

    Holes(HoleWait wait, int mostRecords) {
        this.wait = wait;
        this.mostRecords = mostRecords;
    }

    private static final class Journal {
        private NumberSet arrived = NumberSet.EMPTY;
        private HoleWait.Standing standing = HoleWait.Standing.INITIAL;
        private final TreeMap<Long, Handed> waiting = new TreeMap<>();
    }

    /** These are known already. */
    void begin(Map<Progress.Key, NumberSet> stored, Instant now) {
        stored.forEach((key, numbers) -> {
            Journal journal = journals.computeIfAbsent(key, any -> new Journal());
            journal.arrived = journal.arrived.union(numbers);
            journal.standing = wait.step(journal.standing, journal.arrived, now);
        });
    }

    /** Gives to {@code ready} what may be judged now that this has come. */
    void arrive(Progress.Key key, Handed handed, Instant now, List<Handed> ready) {
        long number = handed.batch().id().number();
        Journal journal = journals.computeIfAbsent(key, any -> new Journal());
        journal.arrived = journal.arrived.with(number);
        journal.standing = wait.step(journal.standing, journal.arrived, now);
        if (number <= journal.standing.judgeable() && journal.waiting.isEmpty()) {
            ready.add(handed);
            return;
        }
        journal.waiting.put(number, handed);
        records += handed.batch().records().size();
        release(journal, ready);
        if (records > mostRecords) {
            releaseAll(ready);
        }
    }

    /** Gives what has waited long enough. */
    void pass(Instant now, List<Handed> ready) {
        if (records == 0) {
            return;
        }
        for (Journal journal : journals.values()) {
            if (!journal.waiting.isEmpty()) {
                journal.standing = wait.step(journal.standing, journal.arrived, now);
                release(journal, ready);
            }
        }
    }

    boolean isWaiting() {
        return records > 0;
    }

    /** Those that wait, of all journals. */
    List<Handed> waiting() {
        List<Handed> all = new ArrayList<>();
        journals.values().forEach(journal -> all.addAll(journal.waiting.values()));
        return all;
    }

    private void release(Journal journal, List<Handed> ready) {
        Iterator<Map.Entry<Long, Handed>> waiting = journal.waiting.entrySet().iterator();
        while (waiting.hasNext()) {
            Map.Entry<Long, Handed> next = waiting.next();
            if (next.getKey() > journal.standing.judgeable()) {
                return;
            }
            waiting.remove();
            records -= next.getValue().batch().records().size();
            ready.add(next.getValue());
        }
    }

    private void releaseAll(List<Handed> ready) {
        for (Journal journal : journals.values()) {
            ready.addAll(journal.waiting.values());
            journal.waiting.clear();
        }
        records = 0;
    }
}
