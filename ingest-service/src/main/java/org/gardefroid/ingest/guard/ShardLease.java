package org.gardefroid.ingest.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules by which instances take, keep and hand on a shard. Whoever applies them holds the lock of the lease's row, and
 * {@code now} is the database's.
 *
 * @param term for how long a lease is taken
 */
public record ShardLease(Duration term) {

    public static final ShardLease DEFAULT = new ShardLease(Duration.ofSeconds(10));

    /** The lease that {@code instance} gets, taken or renewed; or nothing, while somebody else's has not ended. */
    public Optional<Lease> acquire(int shard, Optional<Lease> current, String instance, Instant now) {
        if (current.isEmpty()) {
            return Optional.of(new Lease(shard, instance, 1, now.plus(term)));
        }
        Lease held = current.get();
        if (held.holder().equals(instance) && held.until().isAfter(now)) {
            return Optional.of(new Lease(shard, instance, held.epoch(), now.plus(term)));
        }
        // Its own ended lease too: somebody may have stored under a later one that is gone again.
        return held.until().isAfter(now)
                ? Optional.empty()
                : Optional.of(new Lease(shard, instance, held.epoch() + 1, now.plus(term)));
    }

    /** The lease as it is to be written when its holder gives it up: another instance may take it at once. */
    public Lease release(Lease held, Instant now) {
        return new Lease(held.shard(), held.holder(), held.epoch(), now);
    }

    /** Whether a transaction may commit under {@code mine}, given the row as it is now. */
    public boolean allows(Lease mine, Optional<Lease> current) {
        return current.isPresent() && current.get().holder().equals(mine.holder())
                && current.get().epoch() == mine.epoch();
    }
}
