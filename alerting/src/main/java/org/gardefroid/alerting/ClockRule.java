package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.EquipmentId;

/**
 * A box's clock cannot be believed: for {@code longest} nothing has come from it but what has no date, or one in the future.
 * That is kept and not judged, so nobody sees the temperature. A clock that is slow shows as {@link LatenessRule}. Judged by
 * when something arrives.
 */
public record ClockRule(RuleName name, Severity severity, Duration longest) {

    public ClockRule {
        Longest.check(name, longest);
    }

    /** @param since when the first of those came that have no date, if the last has none */
    public record State(Optional<Instant> since, Optional<Noticed> told) {
        public static final State RIGHT = new State(Optional.empty(), Optional.empty());

        public static State told(Noticed ongoing) {
            return new State(Optional.of(ongoing.id().since()), Optional.of(ongoing));
        }
    }

    /** @param told what begins or ends with this, if anything does */
    public record Step(State state, Optional<Noticed> told) {}

    public Step dated(State state, Instant arrivedAt) {
        if (state.since().filter(since -> !arrivedAt.isAfter(since)).isPresent()) {
            return new Step(state, Optional.empty()); // it came before
        }
        return new Step(State.RIGHT, state.told().map(wrong -> wrong.ended(arrivedAt)));
    }

    public Step undated(State state, EquipmentId equipment, Instant arrivedAt) {
        Instant since = state.since().orElse(arrivedAt);
        if (state.told().isPresent() || Duration.between(since, arrivedAt).compareTo(longest) < 0) {
            return new Step(new State(Optional.of(since), state.told()), Optional.empty());
        }
        Optional<Noticed> wrong = Optional
                .of(new Noticed(new FactId(new Subject.WholeEquipment(equipment), name, since),
                        Cause.CLOCK_WRONG, severity, arrivedAt, Optional.empty()));
        return new Step(new State(Optional.of(since), wrong), wrong);
    }
}
