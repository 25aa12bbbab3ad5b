package org.gardefroid.ingest.receive;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.List;

/**
 * How much is taken at once.
 *
 * @param shards those that this instance may hold; others hold what it does not get
 * @param groupMessages the most messages in one transaction
 * @param groupBytes the most bytes in one transaction
 * @param gather how long the first message of a group waits for others
 * @param queueMessages how many may wait; beyond it the broker waits
 * @param queueBytes the same in bytes
 * @param writers threads that store, each the devices that are its own
 */
@ConfigurationProperties("gardefroid.receive")
record ReceiveSettings(
        List<Integer> shards,
        int groupMessages,
        int groupBytes,
        Duration gather,
        int queueMessages,
        long queueBytes,
        int writers) {}
