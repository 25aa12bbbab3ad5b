package org.gardefroid.hardware.simulated;

import java.time.Instant;

/** An equipment with walls, air and a load, as physics would have it. */
public interface ThermalModel {

    /** The true temperatures at {@code at}; before the scenario's start, those of its start. Safe for many threads. */
    Climate at(Instant at);
}
