package org.gardefroid.edge.delivery;

import org.gardefroid.telemetry.Question;

/** The link to the service. It may lose, double, delay and reorder whatever it takes. */
public interface Uplink {

    /**
     * Takes a batch, or says no at once: it is not connected, or it has as much as it can hold.
     *
     * @return whether it took it
     */
    boolean publish(SealedBatch batch);

    /** Takes a question, or loses it: it is asked again. */
    void ask(Question question);
}
