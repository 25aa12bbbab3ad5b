package org.gardefroid.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one input leads to.
 *
 * @param findings facts that are new, or have a new version
 */
public record Step(EquipmentState state, List<Fact> findings) {

    public Step {
        findings = List.copyOf(findings);
    }

    public Optional<Instant> wakeAt() {
        return state.wakeAt();
    }
}
