package org.gardefroid.ingest.receive;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.gardefroid.ingest.guard.ShardLease;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.ingest.registry.Briefs;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.telemetry.wire.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this instance serves: it keeps the leases, subscribes to their devices, greets them and leaves them their briefs. */
@Singleton
final class Shards {

    private static final Logger LOG = LoggerFactory.getLogger(Shards.class);

    /** Devices ask when they are greeted: so many a second can be answered beside everything else. */
    private static final int GREETINGS_A_SECOND = 500;

    /** What claims to be of the future is looked at every half minute. */
    private static final int TURNS_A_RELEASE = 10;

    private final LeaseKeeper keeper;
    private final BrokerLink link;
    private final Directories directories;
    private final Briefs briefs;
    private final HeldRelease release;
    private volatile boolean stopped;

    Shards(LeaseKeeper keeper, BrokerLink link, Directories directories, Briefs briefs, HeldRelease release) {
        this.keeper = keeper;
        this.link = link;
        this.directories = directories;
        this.briefs = briefs;
        this.release = release;
    }

    LeaseKeeper keeper() {
        return keeper;
    }

    void start() {
        renew();
        Thread.ofPlatform().name("shards").daemon().start(this::keep);
    }

    void stop() {
        stopped = true;
        keeper.releaseAll();
    }

    private void keep() {
        Duration third = ShardLease.DEFAULT.term().dividedBy(3);
        for (int turn = 1; !stopped; turn++) {
            pause(third);
            renew();
            if (turn % TURNS_A_RELEASE == 0) {
                release.releaseDue(Set.copyOf(keeper.held().values()));
            }
        }
    }

    private void renew() {
        if (stopped) {
            return;
        }
        try {
            keeper.renew();
            link.subscribeTo(keeper.held().keySet().stream().map(Topic::everythingUp).toList());
        } catch (RuntimeException e) { // or nothing would be renewed any more
            LOG.error("leases not renewed", e);
        }
    }

    /** The subscriptions stand: whoever has something that we do not have is to ask. */
    void connected() {
        Set<Integer> shards = keeper.held().keySet();
        try {
            directories.renew();
            directories.current().devices().forEach((name, device) -> {
                if (shards.contains(device.shard()) && !device.revoked() && !device.foreign()) {
                    briefs.current(name).ifPresent(
                            brief -> link.leave(new Topic.DownBrief(device.shard(), name).asString(), brief));
                    pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(2_000 / GREETINGS_A_SECOND + 1)));
                    link.send(new Topic.DownHello(device.shard(), name).asString(), new byte[0]);
                }
            });
        } catch (SQLException | RuntimeException e) {
            LOG.warn("devices not greeted reason={}", e.getMessage());
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
