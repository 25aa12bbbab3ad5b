package org.gardefroid.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;

/**
 * What is remembered of a product probe.
 *
 * @param lastTemperatureAt its last temperature; a fault is none
 * @param last what it said then
 * @param steadySince since when it has said exactly that, without a gap
 * @param isSteady whether it had said that before, be it before a gap
 * @param gapAt from when on, without another temperature, it is unobserved
 * @param gapTold whether that has come and was told
 * @param runs only of the rules for which it is out of range: nearly always none
 */
record ProbeState(ProbeId probe, Instant lastTemperatureAt, Temperature last, Instant steadySince, boolean isSteady,
        Instant gapAt, boolean gapTold, List<Run> runs) {

    ProbeState {
        runs = List.copyOf(runs);
    }

    ProbeState with(boolean told, List<Run> others) {
        return new ProbeState(probe, lastTemperatureAt, last, steadySince, isSteady, gapAt, told, others);
    }

    Subject subject(EquipmentId equipment) {
        return new Subject.ProbeIn(equipment, probe);
    }

    Unobserved unobserved(EquipmentId equipment, Optional<Instant> endedAt) {
        return new Unobserved(new FactId(subject(equipment), Unobserved.RULE, lastTemperatureAt), gapAt, endedAt);
    }
}
