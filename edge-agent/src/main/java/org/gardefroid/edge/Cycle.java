package org.gardefroid.edge;

import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.sampling.Sampled;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Sha256;

/**
 * What one moment is worth.
 *
 * @param seen what everything that is wired said, worth a record or not
 * @param brief in force
 * @param ledgerLines that have been written up to it
 */
record Cycle(Moment at, List<Sampled> found, Seen seen, Optional<Sha256> brief, long ledgerLines) {

    /** An event, or what may be an alarm, is on the card at once. */
    boolean isPressing() {
        return found.stream().anyMatch(
                sampled -> sampled.urgent() || sampled.observation() instanceof Event);
    }
}
