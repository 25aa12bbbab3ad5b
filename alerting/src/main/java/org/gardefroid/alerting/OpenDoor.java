package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;

/**
 * A door that stands open, as one rule sees it.
 *
 * @param dueAt when that is too long
 * @param told whether that has come and was told
 */
record OpenDoor(DoorId door, RuleName rule, Severity severity, Instant since, Instant dueAt, boolean told) {

    static final Comparator<OpenDoor> ORDER = Comparator.comparing(OpenDoor::door).thenComparing(OpenDoor::rule);

    DoorLeftOpen fact(EquipmentId equipment, Optional<Instant> endedAt) {
        return new DoorLeftOpen(new FactId(new Subject.DoorOf(equipment, door), rule, since), severity, dueAt, endedAt);
    }

    OpenDoor asTold() {
        return new OpenDoor(door, rule, severity, since, dueAt, true);
    }
}
