package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.EquipmentId;

/**
 * An equipment is heard, but what it says is old: the newest of what arrives was measured {@code longest} ago or more, and
 * has been for as long. A backlog that is caught up with sooner is no news. Judged by when something arrives, like
 * {@link SilenceRule}.
 */
public record LatenessRule(RuleName name, Severity severity, Duration longest) {

    public LatenessRule {
        Longest.check(name, longest);
    }

    /**
     * What is known of how late an equipment reports.
     *
     * @param upTo the time of the newest record that has come
     * @param lateSince when the first of those came that were late, if the last was
     */
    public record State(Instant upTo, Optional<Instant> lateSince, Optional<Noticed> told) {

        public static final State ON_TIME = new State(Instant.MIN, Optional.empty(), Optional.empty());

        /** As it was stored; what came before is not known any more. */
        public static State told(Noticed ongoing) {
            return new State(Instant.MIN, Optional.of(ongoing.id().since()), Optional.of(ongoing));
        }
    }

    /** @param told the lateness that begins or ends with this, if one does */
    public record Step(State state, Optional<Noticed> told) {}

    /** @param lastMeasured of what has arrived */
    public Step heard(State state, EquipmentId equipment, Instant arrivedAt, Instant lastMeasured) {
        Instant upTo = lastMeasured.isAfter(state.upTo()) ? lastMeasured : state.upTo();
        if (Duration.between(upTo, arrivedAt).compareTo(longest) < 0) {
            return new Step(new State(upTo, Optional.empty(), Optional.empty()),
                    state.told().map(late -> late.ended(arrivedAt)));
        }
        Instant since = state.lateSince().orElse(arrivedAt);
        if (state.told().isPresent() || Duration.between(since, arrivedAt).compareTo(longest) < 0) {
            return new Step(new State(upTo, Optional.of(since), state.told()), Optional.empty());
        }
        Optional<Noticed> late = Optional.of(new Noticed(new FactId(new Subject.WholeEquipment(equipment), name, since),
                Cause.REPORTING_LATE, severity, arrivedAt, Optional.empty()));
        return new Step(new State(upTo, Optional.of(since), late), late);
    }
}
