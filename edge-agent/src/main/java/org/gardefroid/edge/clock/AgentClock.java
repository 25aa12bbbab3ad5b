package org.gardefroid.edge.clock;

import java.util.Optional;

/** Gives the moments at which the agent samples, one after the other. */
public interface AgentClock {

    /** Waits for the next moment, or gives nothing when there will be none: the file that is replayed has ended. */
    Optional<Moment> next() throws InterruptedException;
}
