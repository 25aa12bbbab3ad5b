package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was recorded of a lot, a vial, a syringe, a probe or a clock.
 *
 * @param id by which another event may name it
 * @param at absent where the clock was not known
 * @param order of two events without a time, or of one and another with a time, which came first
 * @param by who did it
 */
public record CustodyEvent(Optional<String> id, Optional<Instant> at, long order, Optional<String> by, Happening what) {

    CustodyEvent datedTo(Instant time) {
        return new CustodyEvent(id, Optional.of(time), order, by, what);
    }

    CustodyEvent meaning(Happening other) {
        return new CustodyEvent(id, at, order, by, other);
    }
}
