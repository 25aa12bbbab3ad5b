package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.Judge;
import org.gardefroid.alerting.Outcome;
import org.gardefroid.alerting.Timeline;
import org.gardefroid.telemetry.DatedRecord;

/**
 * One equipment's judging as it stands in memory. All of it may be lost: {@link Rejudging} makes it again.
 *
 * <p>For the one thread that judges.
 */
final class Lane {

    private Watched watched;
    private Judge judge;
    private Timeline timeline;
    private final ArrivalWatch arrivals = new ArrivalWatch();

    private final List<DatedRecord> inbox = new ArrayList<>();
    private final Findings findings = new Findings();
    private final SecondLook secondLook;

    /** Everything before it is written; the alarms are those of that time. */
    private Instant writtenUpTo;
    private Instant keptAt;
    private Instant streamAt = Instant.EPOCH;
    private Instant arrivedAt;

    /** Nothing is known yet: everything is judged from the last kept state on, or from {@code from}, if that is earlier. */
    Lane(Watched watched, Instant from, Instant now) {
        this.arrivedAt = now; // as if just heard: what was kept back while we were away comes first
        this.watched = watched;
        this.judge = new Judge(watched.history());
        this.timeline = Timeline.initial(watched.name());
        this.writtenUpTo = timeline.judgedUpTo();
        this.keptAt = timeline.judgedUpTo();
        this.secondLook = new SecondLook(from);
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
        from.filter(at -> !at.isAfter(timeline.judgedUpTo())).ifPresent(at -> secondLook.want(at, now));
    }

    // What arrives

    void heard(Instant at, Instant lastOfStream) {
        arrivedAt = at.isAfter(arrivedAt) ? at : arrivedAt;
        streamAt = lastOfStream.isAfter(streamAt) ? lastOfStream : streamAt;
        arrivals.heard(watched, at, lastOfStream, this::find);
    }

    /** Something to be judged next. */
    void add(DatedRecord record) {
        inbox.add(record);
    }

    boolean hasInbox() {
        return !inbox.isEmpty();
    }

    /** Judges what was added, or, where something of it is late, lets all of it be judged from the database. */
    void judgeInbox(Instant now) {
        if (!secondLook.isWanted()) {
            switch (judge.judge(timeline, inbox)) {
                case Outcome.Judged(Timeline after, List<Fact> facts) -> {
                    timeline = after;
                    facts.forEach(this::find);
                }
                case Outcome.Late(Instant from) -> secondLook.want(from, now);
            }
        } else {
            secondLook.want(inbox.getFirst().at(), now);
        }
        inbox.clear();
    }

    void dropInbox() {
        inbox.clear();
    }

    // Time

    /** Lets time pass up to {@code horizon}, for records and dose clocks; silence knows only our own clock. */
    void pass(Instant horizon, Instant now) {
        if (!secondLook.isWanted()) {
            Outcome.Judged passed = judge.advance(timeline, horizon);
            timeline = passed.timeline();
            passed.facts().forEach(this::find);
        }
        arrivals.pass(watched, now, this::find);
    }

    /** The latest time by which every record has come, as far as anybody can know. */
    Instant horizon(Duration patience, Instant now) {
        boolean isHeard = arrivedAt.isAfter(now.minus(patience));
        return isHeard ? streamAt : now;
    }

    // What is to be written

    private void find(Fact fact) {
        findings.add(fact);
    }

    List<Fact> found() {
        return findings.all();
    }

    boolean hasFound() {
        return !findings.isEmpty();
    }

    /** Whether some of it is more than a known fact that goes on: that alone may wait a second. */
    boolean hasNews() {
        return findings.hasNews();
    }

    void written() {
        findings.written();
        writtenUpTo = timeline.judgedUpTo();
    }

    void kept() {
        keptAt = timeline.judgedUpTo();
    }

    // Once more

    SecondLook secondLook() {
        return secondLook;
    }

    /** Begins once more from what the database has. @return the batches whose progress has waited for this */
    List<SecondLook.Tally> judgedAgain(Rejudging.Again done) {
        timeline = done.timeline();
        streamAt = timeline.judgedUpTo().isAfter(streamAt) ? timeline.judgedUpTo() : streamAt;
        findings.foundAnew();
        arrivals.judged(watched, timeline.judgedUpTo(), this::find);
        arrivals.recall(watched, done.stored(), done.lastHeard(), done.notBefore(), this::find);
        writtenUpTo = timeline.judgedUpTo();
        keptAt = timeline.judgedUpTo();
        return secondLook.taken(done.covered());
    }

    /** Whether it has ever been judged from the database, which everything begins with. */
    boolean isLoaded() {
        return timeline.judgedUpTo().isAfter(Instant.EPOCH);
    }

    /** A rule has thrown: the equipment is tried again from its records, later. */
    void failed(Instant now) {
        inbox.clear();
        findings.clear();
        secondLook.failed(now);
    }
}
