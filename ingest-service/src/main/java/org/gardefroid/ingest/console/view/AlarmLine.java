package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An alarm in a list.
 *
 * @param equipment its number, 0 where the alarm is of a device alone
 * @param subject the probe, door, vial, equipment or device that it is about
 * @param what its cause, or the rule that found it
 * @param closedAt when a person said what it came from
 */
public record AlarmLine(
        long id,
        int site,
        int equipment,
        String labelFr,
        String labelEn,
        String subject,
        String what,
        boolean coldChain,
        boolean critical,
        Instant since,
        Instant raisedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        Optional<Instant> clearedAt,
        Optional<Instant> withdrawnAt,
        Optional<Instant> closedAt,
        OptionalInt worst) {

    public boolean isGoingOn() {
        return clearedAt.isEmpty() && withdrawnAt.isEmpty() && closedAt.isEmpty();
    }

    public boolean isUnanswered() {
        return acknowledgedAt.isEmpty() && withdrawnAt.isEmpty() && closedAt.isEmpty();
    }

    public boolean mayBeClosed() {
        return clearedAt.isPresent() && acknowledgedAt.isPresent() && withdrawnAt.isEmpty() && closedAt.isEmpty();
    }

    public Cause cause() {
        return Cause.of(what);
    }

    public String label(Words words) {
        return words.pick(labelFr, labelEn);
    }
}
