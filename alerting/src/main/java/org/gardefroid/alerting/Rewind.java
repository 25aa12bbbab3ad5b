package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.EquipmentId;

/** Judges stored records once more, from the last checkpoint before something late, or from the last one of all. */
public final class Rewind {

    /** How many records are judged in one go: only bounds memory. */
    private static final int MANY = 1_000;

    private final CheckpointStore checkpoints;
    private final RecordSource records;

    public Rewind(CheckpointStore checkpoints, RecordSource records) {
        this.checkpoints = checkpoints;
        this.records = records;
    }

    /** Goes on from where a program stopped. */
    public Rejudged resume(Judge judge, EquipmentId equipment) {
        return rejudge(judge, equipment, Instant.MAX);
    }

    /** Judges everything from {@code from} on once more, because something of that time has come since. */
    public Rejudged rejudge(Judge judge, EquipmentId equipment, Instant from) {
        EquipmentState checkpoint = checkpoints.latestBefore(equipment, from).orElse(EquipmentState.initial(equipment));
        checkpoints.dropFrom(equipment, from);
        Pass pass = new Pass(judge, checkpoint);
        records.read(equipment, checkpoint.judgedUpTo(), pass::take);
        pass.flush();
        return new Rejudged(from, pass.timeline, List.copyOf(pass.facts.values()));
    }

    private final class Pass {

        private final Judge judge;
        private final Map<FactId, Fact> facts = new LinkedHashMap<>();
        private final List<DatedRecord> waiting = new ArrayList<>();
        private Timeline timeline;
        private Instant kept;

        Pass(Judge judge, EquipmentState checkpoint) {
            this.judge = judge;
            this.timeline = Timeline.from(checkpoint);
            this.kept = checkpoint.judgedUpTo();
            checkpoint.standing().forEach(fact -> facts.put(fact.id(), fact));
        }

        void take(DatedRecord record) {
            // An instant is judged as a whole: within it, the source has no order.
            if (!waiting.isEmpty() && !record.at().equals(waiting.getLast().at())
                    && (waiting.size() >= MANY || Checkpoints.isDue(kept, record.at()))) {
                flush();
                keep();
            }
            waiting.add(record);
        }

        void flush() {
            switch (judge.judge(timeline, waiting)) {
                case Outcome.Judged(Timeline after, List<Fact> found) -> {
                    timeline = after;
                    found.forEach(fact -> facts.put(fact.id(), fact));
                }
                case Outcome.Late(Instant at) -> throw new IllegalStateException(
                        "the source gave " + at + " after " + timeline.judgedUpTo());
            }
            waiting.clear();
        }

        private void keep() {
            if (Checkpoints.isDue(kept, timeline.judgedUpTo())) {
                checkpoints.keep(timeline.state());
                kept = timeline.judgedUpTo();
            }
        }
    }
}
