package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.EquipmentId;

/**
 * Where states are kept now and then, so that going back does not mean beginning again. All of it may be lost: it can
 * be made again from the records.
 */
public interface CheckpointStore {

    /** The latest state whose {@link EquipmentState#judgedUpTo} lies before {@code at}, and not at it. */
    Optional<EquipmentState> latestBefore(EquipmentId equipment, Instant at);

    void keep(EquipmentState checkpoint);

    /** Forgets those at {@code from} and later: they were made without a record that has come since. */
    void dropFrom(EquipmentId equipment, Instant from);
}
