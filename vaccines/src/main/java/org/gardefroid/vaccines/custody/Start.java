package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;

/**
 * A clock that began.
 *
 * @param when its place in time, known or not
 * @param at when, if that is known
 * @param voided why and by whom it was taken back, if it was
 */
public record Start(
        ContainerId container, VialStep step, Instant when, Optional<Instant> at, Optional<String> event,
        Optional<Voiding> voided) {

    /** @param by a person */
    public record Voiding(Instant when, Optional<String> by, String reason) {}

    boolean counts() {
        return voided.isEmpty();
    }

    Start takenBack(Voiding why) {
        return new Start(container, step, when, at, event, Optional.of(why));
    }
}
