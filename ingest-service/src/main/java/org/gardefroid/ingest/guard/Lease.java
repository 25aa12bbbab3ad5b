package org.gardefroid.ingest.guard;

import java.time.Instant;

/**
 * Who may store what the devices of one shard send: one row in the database.
 *
 * @param shard the number in the devices' topics
 * @param holder the instance
 * @param epoch one more each time that the holder changes; a transaction under an older epoch must not commit
 * @param until when it ends if it is not renewed, by the database's clock
 */
public record Lease(int shard, String holder, long epoch, Instant until) {

    public Lease {
        if (shard < 0 || epoch < 1) {
            throw new IllegalArgumentException("a lease has a shard from 0 and an epoch from 1: shard " + shard
                    + ", epoch " + epoch);
        }
    }
}
