package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one input leads to.
 *
 * @param wakeAt when the clock has something to tell though nothing happens
 */
public record DoseStep(DoseState state, List<DoseFinding> findings, Optional<Instant> wakeAt) {

    public DoseStep {
        findings = List.copyOf(findings);
    }
}
