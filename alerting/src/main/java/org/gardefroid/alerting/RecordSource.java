package org.gardefroid.alerting;

import java.time.Instant;
import java.util.function.Consumer;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.EquipmentId;

/** What is stored of an equipment. */
@FunctionalInterface
public interface RecordSource {

    /**
     * Gives every record from {@code from} on, {@code from} itself included, in order of time; within one instant in any
     * order. Repeats do no harm.
     */
    void read(EquipmentId equipment, Instant from, Consumer<DatedRecord> each);
}
