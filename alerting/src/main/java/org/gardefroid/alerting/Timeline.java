package org.gardefroid.alerting;

import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.EquipmentId;

/**
 * How far an equipment is judged.
 *
 * @param latest the records of {@link EquipmentState#judgedUpTo} itself: more of that instant may follow. Not kept in a
 *     checkpoint, because whoever goes on from one begins with that instant
 */
public record Timeline(EquipmentState state, List<DatedRecord> latest) {

    public Timeline {
        latest = List.copyOf(latest);
    }

    public static Timeline from(EquipmentState checkpoint) {
        return new Timeline(checkpoint, List.of());
    }

    public static Timeline initial(EquipmentId equipment) {
        return from(EquipmentState.initial(equipment));
    }

    public Instant judgedUpTo() {
        return state.judgedUpTo();
    }
}
