package org.gardefroid.edge.delivery;

import java.time.Duration;
import org.gardefroid.telemetry.Batch;

/**
 * When a batch is sealed, if not at once.
 *
 * @param mostRecords in one batch
 * @param mostBytes of one batch, as estimated from above
 * @param mostAge of the oldest record that is not sealed, and so would be lost with the power
 * @param clockStep by how much the clock may be off the batch's before it counts as a step
 * @param declarationBytes freed beside what a batch needs, for the declaration of what was given up
 * @param mostUnsealed the most records kept in memory while the card takes none
 */
public record SealingSettings(
        int mostRecords, int mostBytes, Duration mostAge, Duration clockStep, int declarationBytes,
        int mostUnsealed) {

    public static final SealingSettings DEFAULT = new SealingSettings(1_000, 60_000, Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Batch.MOST_BYTES, 20_000);
}
