package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.telemetry.DatedRecord;

/**
 * Feeds an equipment's {@link EquipmentFold} in the one right order: records by time, and before each the ticks and the
 * changes of settings that were due by then.
 *
 * <p>Pure and without state of its own: what it has to remember is the {@link Timeline}.
 */
public final class Judge {

    private final SettingsHistory settings;

    public Judge(SettingsHistory settings) {
        this.settings = settings;
    }

    /**
     * Judges what has arrived, in whatever order, repeats included. What it has judged already it recognises only within
     * the last instant; an older repeat is as late as an older record, and rewinding makes nothing of it.
     */
    public Outcome judge(Timeline timeline, Collection<? extends DatedRecord> arrived) {
        if (arrived.isEmpty()) {
            return new Outcome.Judged(timeline, List.of());
        }
        List<DatedRecord> records = new ArrayList<>(arrived);
        records.sort(RecordOrder.INSTANCE);
        if (isLate(timeline, records, settings.fold(settings.indexAt(timeline.judgedUpTo())))) {
            return new Outcome.Late(records.getFirst().at());
        }
        List<Fact> found = new ArrayList<>(0);
        EquipmentState state = timeline.state();
        int version = settings.indexAt(state.judgedUpTo());
        int firstOfInstant = 0;
        for (int i = 0; i < records.size(); i++) {
            DatedRecord record = records.get(i);
            if (i > 0 && record.equals(records.get(i - 1))) {
                continue;
            }
            Instant at = record.at();
            if (at.isAfter(state.judgedUpTo())) {
                firstOfInstant = i;
                if (state.isDueAt(at) || settings.from(version + 1).compareTo(at) <= 0) {
                    state = pass(state, at, found);
                    version = settings.indexAt(at);
                }
            }
            state = settings.fold(version).step(state, record, found);
        }
        boolean sameInstant = state.judgedUpTo().equals(timeline.judgedUpTo());
        List<DatedRecord> latest = new ArrayList<>(sameInstant ? timeline.latest() : List.of());
        latest.addAll(records.subList(firstOfInstant, records.size()));
        return new Outcome.Judged(new Timeline(state, latest), lastVersions(found));
    }

    /**
     * Lets time pass without a record.
     *
     * @param knownUpTo every record before it has come. On the box that is its own clock; on the service it is not, while
     *     a box without network may still hold what it will send
     */
    public Outcome.Judged advance(Timeline timeline, Instant knownUpTo) {
        EquipmentState before = timeline.state();
        List<Fact> found = new ArrayList<>(0);
        EquipmentState after = pass(before, knownUpTo, found);
        return after.judgedUpTo().equals(before.judgedUpTo())
                ? new Outcome.Judged(timeline, List.of())
                : new Outcome.Judged(Timeline.from(after), lastVersions(found));
    }

    private EquipmentState pass(EquipmentState before, Instant to, List<Fact> found) {
        EquipmentState state = before;
        while (true) {
            int version = settings.indexAt(state.judgedUpTo());
            Instant change = settings.from(version + 1);
            Instant wake = state.wakeInstant();
            if (wake.compareTo(to) <= 0 && wake.compareTo(change) <= 0) {
                state = settings.fold(version).tick(state, wake, found);
            } else if (change.compareTo(to) <= 0) {
                state = settings.fold(version + 1).adopt(state, change, found);
            } else {
                return state;
            }
        }
    }

    private static boolean isLate(Timeline timeline, List<DatedRecord> sorted, EquipmentFold fold) {
        Instant judged = timeline.judgedUpTo();
        if (sorted.getFirst().at().isBefore(judged)) {
            return true;
        }
        for (int i = 0; i < sorted.size() && sorted.get(i).at().equals(judged); i++) {
            DatedRecord record = sorted.get(i);
            boolean isRepeat = timeline.latest().contains(record);
            for (DatedRecord seen : timeline.latest()) {
                // Two values of one thing at one time: only judged together they have an order.
                if (RecordOrder.isSameSubject(record, seen) && !record.equals(seen)
                        || !isRepeat && RecordOrder.INSTANCE.compare(record, seen) < 0 && fold.compares(record, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Fact> lastVersions(List<Fact> found) {
        if (found.size() <= 1) {
            return found;
        }
        Map<FactId, Fact> last = new LinkedHashMap<>();
        for (Fact fact : found) {
            last.put(fact.id(), fact);
        }
        return List.copyOf(last.values());
    }
}
