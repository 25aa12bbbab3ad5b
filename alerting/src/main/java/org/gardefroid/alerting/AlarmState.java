package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.alerting.AlarmEvent.Acknowledgement;
import org.gardefroid.alerting.AlarmEvent.Clearing;
import org.gardefroid.alerting.AlarmEvent.Closing;
import org.gardefroid.alerting.AlarmEvent.Resumption;
import org.gardefroid.alerting.AlarmEvent.Withdrawal;
import org.gardefroid.alerting.AlarmEvent.Worsening;

/**
 * Where an alarm stands. Whether it goes on and whether somebody has answered it are two things, in either order; it is
 * closed only when both are done and its cause is known.
 *
 * <table>
 * <caption>What each event leads to; "-" leaves it as it is</caption>
 * <tr><th>state</th><th>acknowledgement</th><th>clearing</th><th>resumption</th><th>worsening</th><th>closing</th>
 *     <th>withdrawal</th></tr>
 * <tr><td>Raised</td><td>Acknowledged</td><td>Cleared, unanswered</td><td>-</td><td>-</td>
 *     <td>refused: still running</td><td>Withdrawn</td></tr>
 * <tr><td>Acknowledged</td><td>refused: already</td><td>Cleared, answered</td><td>-</td><td>Raised</td>
 *     <td>refused: still running</td><td>Withdrawn</td></tr>
 * <tr><td>Cleared, unanswered</td><td>Cleared, answered</td><td>Cleared at the new time</td><td>Raised</td><td>-</td>
 *     <td>refused: not acknowledged</td><td>Withdrawn</td></tr>
 * <tr><td>Cleared, answered</td><td>refused: already</td><td>Cleared at the new time</td><td>Acknowledged</td>
 *     <td>Cleared, unanswered</td><td>Closed</td><td>Withdrawn</td></tr>
 * <tr><td>Closed</td><td colspan="6">refused: closed</td></tr>
 * <tr><td>Withdrawn</td><td colspan="6">refused: withdrawn</td></tr>
 * </table>
 */
public sealed interface AlarmState {

    /** When it was first raised, by our clock: what it tells of may have begun long before. */
    Instant raisedAt();

    /** It goes on, and nobody has answered. */
    record Raised(Instant raisedAt) implements AlarmState {}

    /** It goes on, and somebody has taken it on. */
    record Acknowledged(Instant raisedAt, Acknowledgement acknowledgement) implements AlarmState {}

    /** It is over, answered or not. */
    record Cleared(Instant raisedAt, Instant clearedAt, Optional<Acknowledgement> acknowledgement)
            implements
                AlarmState {}

    record Closed(Instant raisedAt, Instant clearedAt, Acknowledgement acknowledgement, Closing closing)
            implements
                AlarmState {}

    record Withdrawn(Instant raisedAt, Instant withdrawnAt, Optional<Acknowledgement> acknowledgement)
            implements
                AlarmState {}

    /** Whether somebody is still to be told and told again. */
    default boolean isUnanswered() {
        return switch (this) {
            case Raised raised -> true;
            case Cleared cleared -> cleared.acknowledgement.isEmpty();
            case Acknowledged acknowledged -> false;
            case Closed closed -> false;
            case Withdrawn withdrawn -> false;
        };
    }

    /** Whether nothing can happen to it any more. */
    default boolean isFinal() {
        return this instanceof Closed || this instanceof Withdrawn;
    }

    default Transition apply(AlarmEvent event) {
        return switch (this) {
            case Raised raised -> raised(raised, event);
            case Acknowledged acknowledged -> acknowledged(acknowledged, event);
            case Cleared cleared -> cleared(cleared, event);
            case Closed closed -> new Transition.Refused(Refusal.CLOSED);
            case Withdrawn withdrawn -> new Transition.Refused(Refusal.WITHDRAWN);
        };
    }

    private static Transition raised(Raised state, AlarmEvent event) {
        Instant raisedAt = state.raisedAt;
        return switch (event) {
            case Acknowledgement by -> moved(new Acknowledged(raisedAt, by));
            case Clearing(Instant at) -> moved(new Cleared(raisedAt, at, Optional.empty()));
            case Resumption again -> moved(state);
            case Worsening worse -> moved(state);
            case Closing closing -> new Transition.Refused(Refusal.STILL_RUNNING);
            case Withdrawal(Instant at) -> moved(new Withdrawn(raisedAt, at, Optional.empty()));
        };
    }

    private static Transition acknowledged(Acknowledged state, AlarmEvent event) {
        Instant raisedAt = state.raisedAt;
        Optional<Acknowledgement> by = Optional.of(state.acknowledgement);
        return switch (event) {
            case Acknowledgement second -> new Transition.Refused(Refusal.ALREADY_ACKNOWLEDGED);
            case Clearing(Instant at) -> moved(new Cleared(raisedAt, at, by));
            case Resumption again -> moved(state);
            case Worsening worse -> moved(new Raised(raisedAt));
            case Closing closing -> new Transition.Refused(Refusal.STILL_RUNNING);
            case Withdrawal(Instant at) -> moved(new Withdrawn(raisedAt, at, by));
        };
    }

    private static Transition cleared(Cleared state, AlarmEvent event) {
        Instant raisedAt = state.raisedAt;
        Optional<Acknowledgement> before = state.acknowledgement;
        return switch (event) {
            case Acknowledgement second when before.isPresent() -> new Transition.Refused(Refusal.ALREADY_ACKNOWLEDGED);
            case Acknowledgement by -> moved(new Cleared(raisedAt, state.clearedAt, Optional.of(by)));
            case Clearing(Instant at) -> moved(new Cleared(raisedAt, at, before));
            case Resumption again -> moved(before.isPresent()
                    ? new Acknowledged(raisedAt, before.get())
                    : new Raised(raisedAt));
            case Worsening worse -> moved(new Cleared(raisedAt, state.clearedAt, Optional.empty()));
            case Closing closing -> closed(state, closing);
            case Withdrawal(Instant at) -> moved(new Withdrawn(raisedAt, at, before));
        };
    }

    private static Transition closed(Cleared state, Closing closing) {
        if (state.acknowledgement.isEmpty()) {
            return new Transition.Refused(Refusal.NOT_ACKNOWLEDGED);
        }
        if (closing.cause().isBlank() || closing.action().isBlank()) {
            return new Transition.Refused(Refusal.CAUSE_OR_ACTION_MISSING);
        }
        return moved(new Closed(state.raisedAt, state.clearedAt, state.acknowledgement.get(), closing));
    }

    private static Transition moved(AlarmState state) {
        return new Transition.Moved(state);
    }
}
