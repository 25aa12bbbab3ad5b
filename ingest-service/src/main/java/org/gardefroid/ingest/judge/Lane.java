package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Judge;
import org.gardefroid.alerting.Outcome;
import org.gardefroid.alerting.Silence;
import org.gardefroid.alerting.SilenceRule;
import org.gardefroid.alerting.SilenceState;
import org.gardefroid.alerting.Tick;
import org.gardefroid.alerting.Timeline;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.NumberSet;

/**
 * One equipment's judging as it stands in memory. All of it may be lost: {@link Rejudging} makes it again.
 *
 * <p>For the one thread that judges.
 */
final class Lane {

    private static final Duration GATHERING = Duration.ofMillis(300);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private Watched watched;
    private Judge judge;
    private Timeline timeline;
    private DoseClocks doses = new DoseClocks();
    private Optional<SilenceState> silence = Optional.empty();

    private final List<DatedRecord> inbox = new ArrayList<>();
    private final Map<FactId, Fact> found = new LinkedHashMap<>();
    private final Map<FactId, Fact> told = new HashMap<>();
    private final List<Tally> owed = new ArrayList<>();
    private Map<Progress.Key, NumberSet> covered = Map.of();

    /** Everything before it is written; the alarms are those of that time. */
    private Instant writtenUpTo;
    private Instant keptAt;
    private Instant streamAt = Instant.EPOCH;
    private Instant arrivedAt;
    private Optional<Instant> again;
    private Instant againSince;
    private boolean failing;

    /** Nothing is known yet: everything is judged from the last kept state on, or from {@code from}, if that is earlier. */
    Lane(Watched watched, Instant from, Instant now) {
        this.arrivedAt = now; // as if just heard: what was kept back while we were away comes first
        this.watched = watched;
        this.judge = new Judge(watched.history());
        this.timeline = Timeline.initial(watched.name());
        this.writtenUpTo = timeline.judgedUpTo();
        this.keptAt = timeline.judgedUpTo();
        this.again = Optional.of(from);
        this.againSince = Instant.EPOCH;
    }

    Watched watched() {
        return watched;
    }

    Judge judge() {
        return judge;
    }

    Timeline timeline() {
        return timeline;
    }

    DoseClocks doses() {
        return doses;
    }

    Instant writtenUpTo() {
        return writtenUpTo;
    }

    Instant keptAt() {
        return keptAt;
    }

    /** Takes other settings; what they change of the past is judged once more. */
    void watch(Watched changed, Instant now) {
        Optional<Instant> from = changed.differsFrom(watched);
        boolean isElsewhere = !changed.placements().equals(watched.placements());
        watched = changed;
        if (from.isPresent() || isElsewhere) {
            judge = new Judge(changed.history());
        }
        from.filter(at -> !at.isAfter(timeline.judgedUpTo())).ifPresent(at -> judgeAgain(at, now));
    }

    // What arrives

    void heard(Instant at, Instant lastOfStream) {
        arrivedAt = at.isAfter(arrivedAt) ? at : arrivedAt;
        streamAt = lastOfStream.isAfter(streamAt) ? lastOfStream : streamAt;
        SilenceRule.Step step = watched.silence().heard(silence.orElse(new SilenceState.Heard(at)), at);
        silence = Optional.of(step.state());
        step.told().ifPresent(this::find);
    }

    /** Something to be judged next. */
    void add(DatedRecord record) {
        inbox.add(record);
    }

    void add(Profiles profiles, Instant at, VialHandled event) {
        doses.handle(profiles, at, event);
    }

    /** Whether the records of this batch are known here already, because they were read from the database. */
    boolean covers(Progress.Key journal, long number) {
        if (covered.isEmpty()) {
            return false;
        }
        NumberSet numbers = covered.get(journal);
        return numbers != null && numbers.contains(number);
    }

    /** What this batch's progress has to wait for. */
    void owe(Tally tally) {
        owed.add(tally);
    }

    boolean hasInbox() {
        return !inbox.isEmpty();
    }

    /** Judges what was added, or, where something of it is late, lets all of it be judged from the database. */
    void judgeInbox(Instant now) {
        if (again.isEmpty()) {
            switch (judge.judge(timeline, inbox)) {
                case Outcome.Judged(Timeline after, List<Fact> facts) -> {
                    timeline = after;
                    facts.forEach(this::find);
                }
                case Outcome.Late(Instant from) -> judgeAgain(from, now);
            }
        } else {
            judgeAgain(inbox.getFirst().at(), now);
        }
        inbox.clear();
    }

    void dropInbox() {
        inbox.clear();
    }

    // Time

    /** Lets time pass up to {@code horizon}, for records and dose clocks; silence knows only our own clock. */
    void pass(Profiles profiles, Instant horizon, Instant now) {
        if (again.isEmpty()) {
            Outcome.Judged passed = judge.advance(timeline, horizon);
            timeline = passed.timeline();
            passed.facts().forEach(this::find);
            doses.tick(profiles, horizon);
        }
        silence.ifPresent(state -> {
            SilenceRule.Step step = watched.silence().tick(state, watched.name(), List.of(), new Tick(now));
            silence = Optional.of(step.state());
            step.told().ifPresent(this::find);
        });
    }

    /** The latest time by which every record has come, as far as anybody can know. */
    Instant horizon(Duration patience, Instant now) {
        boolean isHeard = arrivedAt.isAfter(now.minus(patience));
        return isHeard ? streamAt : now;
    }

    // What is to be written

    private void find(Fact fact) {
        found.put(fact.id(), fact);
    }

    List<Fact> found() {
        return List.copyOf(found.values());
    }

    boolean hasFound() {
        return !found.isEmpty() || doses.hasChanged();
    }

    /** Whether some of it is more than a known fact that goes on: that alone may wait a second. */
    boolean hasNews() {
        if (doses.hasChanged()) {
            return true;
        }
        for (Fact fact : found.values()) {
            Fact before = told.get(fact.id());
            if (before == null || !fact.isOngoing() || !fact.messageKey().equals(before.messageKey())) {
                return true;
            }
        }
        return false;
    }

    void written() {
        found.values().forEach(fact -> {
            if (fact.isOngoing()) {
                told.put(fact.id(), fact);
            } else {
                told.remove(fact.id());
            }
        });
        found.clear();
        doses.written();
        writtenUpTo = timeline.judgedUpTo();
    }

    void kept() {
        keptAt = timeline.judgedUpTo();
    }

    // Once more

    boolean isToBeJudgedAgain() {
        return again.isPresent();
    }

    Instant againFrom() {
        return again.orElseThrow();
    }

    /** Late records come in company: they are waited for a moment. What has failed is let alone for longer. */
    boolean isDueAgain(Instant now) {
        return again.isPresent() && !now.isBefore(againSince.plus(failing ? AFTER_FAILURE : GATHERING));
    }

    void judgeAgain(Instant from, Instant now) {
        if (again.isEmpty()) {
            againSince = now;
        }
        again = Optional.of(again.filter(at -> at.isBefore(from)).orElse(from));
    }

    /** Begins once more from what the database has. @return the batches whose progress has waited for this */
    List<Tally> judgedAgain(Rejudging.Again done) {
        timeline = done.timeline();
        doses = done.doses();
        covered = done.covered();
        if (silence.isEmpty()) {
            silence = done.silence();
        }
        streamAt = timeline.judgedUpTo().isAfter(streamAt) ? timeline.judgedUpTo() : streamAt;
        found.values().removeIf(fact -> !(fact instanceof Silence));
        told.clear();
        doses.written();
        writtenUpTo = timeline.judgedUpTo();
        keptAt = timeline.judgedUpTo();
        again = Optional.empty();
        failing = false;
        List<Tally> paid = List.copyOf(owed);
        owed.clear();
        return paid;
    }

    /** Whether it has ever been judged from the database, which everything begins with. */
    boolean isLoaded() {
        return timeline.judgedUpTo().isAfter(Instant.EPOCH);
    }

    boolean isFailing() {
        return failing;
    }

    /** A rule has thrown: the equipment is tried again from its records, later. */
    void failed(Instant now) {
        failing = true;
        inbox.clear();
        found.clear();
        judgeAgain(Instant.MAX, now);
        againSince = now;
    }

    /** How many lanes a batch's progress still waits for. */
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
