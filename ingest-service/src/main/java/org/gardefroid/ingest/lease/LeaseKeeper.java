package org.gardefroid.ingest.lease;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.ShardLease;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the shards that this instance may hold, keeps them, and gives them back. Without a database nothing changes: what is
 * believed to be held is compared again in the transaction that stores.
 */
public final class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Transactions transactions;
    private final Leases leases = new Leases(ShardLease.DEFAULT);
    private final String instance;
    private final List<Integer> wanted;
    private volatile Map<Integer, Lease> held = Map.of();

    public LeaseKeeper(Transactions transactions, String instance, Collection<Integer> wanted) {
        this.transactions = transactions;
        this.instance = instance;
        this.wanted = List.copyOf(wanted);
    }

    public Map<Integer, Lease> held() {
        return held;
    }

    /** To be called about every third of a lease's term. */
    public void renew() {
        Map<Integer, Lease> now = new TreeMap<>();
        try {
            for (int shard : wanted) {
                Optional<Lease> lease = transactions.in(connection -> leases.acquire(connection, shard, instance));
                lease.ifPresent(mine -> now.put(shard, mine));
                Lease before = held.get(shard);
                if (lease.isPresent() && (before == null || before.epoch() != lease.get().epoch())) {
                    LOG.info("shard taken shard={} epoch={} instance={}", shard, lease.get().epoch(), instance);
                } else if (lease.isEmpty() && before != null) {
                    LOG.warn("shard lost shard={} epoch={} instance={}", shard, before.epoch(), instance);
                }
            }
            held = Map.copyOf(now);
        } catch (SQLException e) {
            LOG.warn("leases not renewed reason={}", e.getMessage());
        }
    }

    /** Another instance may take them at once. */
    public void releaseAll() {
        for (Lease lease : held.values()) {
            try {
                transactions.in(connection -> {
                    leases.release(connection, lease);
                    return true;
                });
            } catch (SQLException e) {
                LOG.warn("shard not given back, it ends by itself shard={} reason={}", lease.shard(), e.getMessage());
            }
        }
        held = Map.of();
    }
}
