package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.EquipmentId;

import static org.gardefroid.alerting.Records.FRIDGE;

/** A service that judges one fridge and keeps everything in lists: what has to be done around a judge, and no more. */
final class Watch implements RecordSource, CheckpointStore {

    private final Judge judge;
    private final Rewind rewind = new Rewind(this, this);
    private final List<DatedRecord> stored = new ArrayList<>();
    private final TreeMap<Instant, String> checkpoints = new TreeMap<>();
    private final Map<FactId, Fact> facts = new LinkedHashMap<>();
    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private int alarmsMade;
    private final List<AlarmChange> history = new ArrayList<>();
    private final Reconciliation reconciliation = new Reconciliation(() -> new AlarmId(new UUID(0, ++alarmsMade)),
            Duration.ofMinutes(10));
    private int rewinds;
    private Timeline timeline = Timeline.initial(FRIDGE);

    Watch(EquipmentSettings settings) {
        this(Records.judge(settings));
    }

    Watch(Judge judge) {
        this.judge = judge;
    }

    /** These have come, at {@code now}, and are stored. */
    void arrive(Collection<? extends DatedRecord> records, Instant now) {
        stored.addAll(records);
        Instant judgedBefore = timeline.judgedUpTo();
        switch (judge.judge(timeline, records)) {
            case Outcome.Judged(Timeline after, List<Fact> found) -> {
                timeline = after;
                found.forEach(fact -> facts.put(fact.id(), fact));
                if (checkpoints.isEmpty() || Checkpoints.isDue(checkpoints.lastKey(), after.judgedUpTo())) {
                    keep(after.state());
                }
            }
            case Outcome.Late(Instant from) -> {
                rewinds++;
                take(rewind.rejudge(judge, FRIDGE, from));
            }
        }
        reconcile(judgedBefore, now);
    }

    void arrive(Collection<? extends DatedRecord> records) {
        arrive(records, records.stream().map(DatedRecord::at).max(Comparator.naturalOrder()).orElseThrow());
    }

    void advance(Instant knownUpTo) {
        Instant judgedBefore = timeline.judgedUpTo();
        Outcome.Judged judged = judge.advance(timeline, knownUpTo);
        timeline = judged.timeline();
        judged.facts().forEach(fact -> facts.put(fact.id(), fact));
        reconcile(judgedBefore, knownUpTo);
    }

    /** Everything but what is stored is forgotten. */
    void restart() {
        timeline = Timeline.initial(FRIDGE);
        take(rewind.resume(judge, FRIDGE));
        reconcile(timeline.judgedUpTo(), timeline.judgedUpTo());
    }

    void answer(AlarmEvent event) {
        alarms.replaceAll((id, alarm) -> alarm.after(event));
    }

    private void take(Rejudged rejudged) {
        timeline = rejudged.timeline();
        FactChanges changes = FactChanges.of(facts.values(), rejudged);
        changes.gone().forEach(fact -> facts.remove(fact.id()));
        changes.changed().forEach(fact -> facts.put(fact.id(), fact));
    }

    private void reconcile(Instant judgedBefore, Instant now) {
        for (AlarmChange change : reconciliation.reconcile(alarms.values(), facts.values(), judgedBefore, now)) {
            alarms.put(change.alarm().id(), change.alarm());
            history.add(change);
        }
        List<AlarmChange> again = reconciliation.reconcile(alarms.values(), facts.values(), judgedBefore, now);
        if (!again.isEmpty()) {
            throw new AssertionError("reconciling twice did something: " + again);
        }
    }

    List<Fact> facts() {
        return facts.values().stream().sorted(Comparator.comparing(Fact::id)).toList();
    }

    /** Those that were not taken back, earliest first. */
    List<Alarm> alarms() {
        return alarms.values().stream()
                .filter(alarm -> !(alarm.state() instanceof AlarmState.Withdrawn))
                .sorted(Comparator.comparing(Alarm::since).thenComparing(Alarm::cause))
                .toList();
    }

    /** What was done to alarms since this was asked last. */
    List<AlarmChange> changes() {
        List<AlarmChange> changes = List.copyOf(history);
        history.clear();
        return changes;
    }

    int rewinds() {
        return rewinds;
    }

    @Override
    public void read(EquipmentId equipment, Instant from, Consumer<DatedRecord> each) {
        // Sorted by time only: the sort is stable, so that one instant's records come in the order they were stored.
        stored.stream().filter(record -> !record.at().isBefore(from)).sorted(Comparator.comparing(DatedRecord::at))
                .toList().forEach(each);
    }

    @Override
    public Optional<EquipmentState> latestBefore(EquipmentId equipment, Instant at) {
        return Optional.ofNullable(checkpoints.lowerEntry(at))
                .flatMap(entry -> EquipmentStateCodec.decode(entry.getValue()));
    }

    @Override
    public void keep(EquipmentState checkpoint) {
        checkpoints.put(checkpoint.judgedUpTo(), EquipmentStateCodec.encode(checkpoint));
    }

    @Override
    public void dropFrom(EquipmentId equipment, Instant from) {
        checkpoints.tailMap(from, true).clear();
    }

    int checkpointsKept() {
        return checkpoints.size();
    }
}
