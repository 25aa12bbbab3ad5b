package org.gardefroid.ingest.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * For how long what was measured is kept.
 *
 * @param readings each reading, from when it was measured
 * @param batchLog each batch's line, from when it was received: what a verdict cites as the source of a reading
 */
@ConfigurationProperties("gardefroid.retention")
record RetentionSettings(Duration readings, Duration batchLog) {

    /** The rules look back and late data is judged again: less than this would take away what is still judged by. */
    private static final Duration SHORTEST = Duration.ofDays(31);

    RetentionSettings {
        atLeast("readings", readings);
        atLeast("batch-log", batchLog);
    }

    private static void atLeast(String key, Duration kept) {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "gardefroid.retention." + key + " is to be at least " + SHORTEST.toDays() + "d, and is " + kept);
        }
    }
}
