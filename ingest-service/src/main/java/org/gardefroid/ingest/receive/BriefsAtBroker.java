package org.gardefroid.ingest.receive;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.ingest.registry.Briefs;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.wire.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves each device its brief at the broker, where it finds it whenever it connects, and another one when something changed:
 * the tables are compared with what was left, so that it does not matter who changed them, or whether only time did.
 */
final class BriefsAtBroker {

    private static final Logger LOG = LoggerFactory.getLogger(BriefsAtBroker.class);

    /** Two statements for all devices together, so that a change is with a device that listens a few seconds later. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    private final Briefs briefs;
    private final BrokerLink link;
    private final Map<DeviceId, Brief> left = new HashMap<>();

    BriefsAtBroker(Briefs briefs, BrokerLink link) {
        this.briefs = briefs;
        this.link = link;
    }

    /** On a thread of its own: a broker that is slow to accept is not to keep anybody from renewing a lease. */
    void start(Supplier<Set<Integer>> shards, BooleanSupplier stopped) {
        Thread.ofPlatform().name("briefs").daemon().start(() -> {
            while (!stopped.getAsBoolean()) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                leaveChanged(shards.get());
            }
        });
    }

    /** The broker may have forgotten them. */
    synchronized void leaveAll(Collection<Integer> shards) {
        left.clear();
        leaveChanged(shards);
    }

    /** What the broker did not accept is left the next time. */
    private synchronized void leaveChanged(Collection<Integer> shards) {
        if (!link.isUp()) {
            return;
        }
        try {
            for (Briefs.Addressed addressed : briefs.of(shards)) {
                if (!addressed.brief().equals(left.get(addressed.device()))) {
                    String topic = new Topic.DownBrief(addressed.shard(), addressed.device()).asString();
                    if (link.leave(topic, briefs.keep(addressed))) {
                        left.put(addressed.device(), addressed.brief());
                    }
                }
            }
        } catch (SQLException | RuntimeException e) { // or none would be left any more
            LOG.warn("briefs not left reason={}", e.getMessage());
        }
    }
}
