package org.gardefroid.ingest.judge;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How judging goes about it; what is judged by is in the database.
 *
 * @param patience as long as anything of an equipment has arrived within it, time is what its records say; after that, it is
 *     the time now
 * @param holeWait how long a missing batch is waited for before what came after it is judged
 * @param late what ended longer ago than this when it became known wakes nobody
 * @param grace after a start, how long a device that was not heard while we were away may take to come back
 * @param queueRecords how many records may wait in memory; what is more is found in the database
 * @param checkpointEvery how much of an equipment's time passes between two kept states
 */
@ConfigurationProperties("gardefroid.judging")
public record JudgingSettings(
        @Bindable(defaultValue = "90s") Duration patience,
        @Bindable(defaultValue = "10s") Duration holeWait,
        @Bindable(defaultValue = "15m") Duration late,
        @Bindable(defaultValue = "2m") Duration grace,
        @Bindable(defaultValue = "300000") int queueRecords,
        @Bindable(defaultValue = "5m") Duration checkpointEvery) {

    static final JudgingSettings DEFAULT = new JudgingSettings(Duration.ofSeconds(90), Duration.ofSeconds(10),
            Duration.ofMinutes(15), Duration.ofMinutes(2), 300_000, Duration.ofMinutes(5));
}
