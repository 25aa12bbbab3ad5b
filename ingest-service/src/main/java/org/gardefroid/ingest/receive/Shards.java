package org.gardefroid.ingest.receive;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.gardefroid.ingest.guard.ShardLease;
import org.gardefroid.ingest.lease.LeaseKeeper;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.ingest.registry.Briefs;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.registry.Directory.KnownDevice;
import org.gardefroid.telemetry.DeviceId;
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
    private final BriefsAtBroker briefs;
    private final HeldRelease release;
    private volatile boolean stopped;

    Shards(LeaseKeeper keeper, BrokerLink link, Directories directories, Briefs briefs, HeldRelease release) {
        this.keeper = keeper;
        this.link = link;
        this.directories = directories;
        this.briefs = new BriefsAtBroker(briefs, link);
        this.release = release;
    }

    LeaseKeeper keeper() {
        return keeper;
    }

    void start() {
        renew();
        Thread.ofPlatform().name("shards").daemon().start(this::keep);
        briefs.start(() -> keeper.held().keySet(), () -> stopped);
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

    /** The subscriptions stand: whoever has something that we do not have is to ask, and find its brief. */
    void connected() {
        try {
            directories.renew();
            List<DeviceId> agents = agents();
            agents.forEach(this::greet);
            if (!stopped) {
                briefs.leaveAll(keeper.held().keySet());
            }
        } catch (SQLException e) {
            LOG.warn("devices not greeted reason={}", e.getMessage());
        }
    }

    private List<DeviceId> agents() {
        Set<Integer> held = keeper.held().keySet();
        return directories.current().devices().entrySet().stream()
                .filter(device -> held.contains(device.getValue().shard()) && !device.getValue().revoked()
                        && !device.getValue().foreign())
                .map(Map.Entry::getKey).toList();
    }

    private void greet(DeviceId device) {
        if (!stopped && link.isUp()) {
            pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(2_000 / GREETINGS_A_SECOND + 1)));
            link.send(new Topic.DownHello(shard(device), device).asString(), new byte[0]);
        }
    }

    private int shard(DeviceId device) {
        return directories.current().device(device).map(KnownDevice::shard).orElse(0);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
