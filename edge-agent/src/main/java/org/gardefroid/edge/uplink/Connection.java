package org.gardefroid.edge.uplink;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.wire.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from its first packet to its end. It is never repaired: what has ended is left behind with all that was
 * on its way, and another one made, so that nothing of an old connection is taken for something of the new one.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private static final int QOS = 1;

    /** From here on a reason code tells of a failure, and Paho does not say so. */
    private static final int FIRST_FAILURE = 128;

    private static final Duration LOOKED_AFTER_EVERY = Duration.ofMillis(250);
    private static final long LARGEST_PACKET = 1L << 20;

    private final LinkSettings settings;
    private final LongSupplier millis;
    private final DeviceId device;
    private final int shard;
    private final Wire wire;
    private final MqttAsyncClient client;
    private final Arrivals arrivals;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Unacknowledged unacknowledged = new Unacknowledged(0);
    private volatile String reason = "";

    Connection(LinkSettings settings, Way way, SSLContext tls, DeviceId device, int shard, Inbox inbox,
            LongSupplier millis, RandomGenerator random) throws MqttException {
        this.settings = settings;
        this.millis = millis;
        this.device = device;
        this.shard = shard;
        this.wire = new Wire(way, tls, Math.toIntExact(settings.connectWithin().toMillis()), millis, random);
        this.client = new MqttAsyncClient(WireFactory.ADDRESS, device.value(), new MemoryPersistence());
        this.arrivals = new Arrivals(inbox, this::end);
    }

    /** Connects and subscribes, each within its limit. On a thread that may wait, never on one of Paho's. */
    void open() throws MqttException {
        client.setCallback(arrivals);
        IMqttToken connected = client.connect(options());
        connected.waitForCompletion(3 * settings.connectWithin().toMillis()); // TCP, TLS and CONNACK
        unacknowledged = new Unacknowledged(allowed(connected.getResponseProperties()));
        IMqttToken subscribed = client.subscribe(Topic.prefix(shard, device) + "down/#", QOS);
        subscribed.waitForCompletion(settings.connectWithin().toMillis());
        refusal(subscribed).ifPresent(code -> end("subscription refused, reason code " + code));
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new WireFactory.Carrying(wire));
        options.setAutomaticReconnect(false);
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setConnectionTimeout(Math.toIntExact(settings.connectWithin().toSeconds()));
        options.setKeepAliveInterval(Math.toIntExact(Math.max(1, settings.keepAlive().toSeconds())));
        options.setMaximumPacketSize(LARGEST_PACKET);
        return options;
    }

    /** Beyond the server's receive maximum Paho throws instead of waiting. */
    private int allowed(@Nullable MqttProperties properties) {
        Integer receiveMaximum = properties == null ? null : properties.getReceiveMaximum();
        return receiveMaximum == null
                ? settings.mostUnacknowledged()
                : Math.min(receiveMaximum, settings.mostUnacknowledged());
    }

    /** Hands it to Paho, which sends it on a thread of its own; or says no at once. */
    boolean publish(String topic, byte[] content) {
        if (hasEnded() || !unacknowledged.add(millis.getAsLong())) {
            return false;
        }
        try {
            client.publish(topic, content, QOS, false, topic, new PublishWatch());
            return true;
        } catch (MqttException e) {
            unacknowledged.takeBack();
            LOG.debug("publish not taken topic={} reason=\"{}\"", topic, e.getMessage());
            return false;
        }
    }

    private final class PublishWatch implements MqttActionListener {

        @Override
        public void onSuccess(IMqttToken token) {
            unacknowledged.acknowledged();
            // A broker that refuses one refuses all: better to start anew, and later, than to send the backlog for nothing.
            refusal(token)
                    .ifPresent(code -> end("publish refused, reason code " + code + ", " + token.getUserContext()));
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            end("publish failed: " + cause.getMessage());
        }
    }

    private static OptionalInt refusal(IMqttToken token) {
        int @Nullable [] codes = token.getReasonCodes();
        return codes == null
                ? OptionalInt.empty()
                : Arrays.stream(codes).filter(code -> code >= FIRST_FAILURE).findFirst();
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** Stays until the connection has ended, and ends it when nothing is heard that should be; says why it ended. */
    String awaitEnd() throws InterruptedException {
        while (!ended.await(LOOKED_AFTER_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            long now = millis.getAsLong();
            long silent = now - wire.heardMillis();
            if (silent > settings.silence().toMillis()) {
                end("nothing heard for " + silent + " ms");
            } else if (Math.min(silent, now - unacknowledged.oldestMillis(now)) > settings.ackWithin().toMillis()) {
                end("no acknowledgement for " + settings.ackWithin().toMillis() + " ms");
            }
        }
        return reason;
    }

    /** From any thread; the first reason counts. */
    void end(String why) {
        synchronized (ended) {
            if (hasEnded()) {
                return;
            }
            reason = why;
            arrivals.stop();
            ended.countDown();
        }
        wire.cut();
    }

    /** Leaves the client behind: it may still hang in something, and is not waited for. */
    void abandon() {
        end("closed");
        Thread.ofPlatform().daemon().name("uplink-abandon").start(() -> {
            try {
                client.disconnectForcibly(1, 1, false);
            } catch (MqttException e) {
                LOG.debug("abandoning reason=\"{}\"", e.getMessage());
            }
            try {
                client.close(true);
            } catch (MqttException e) {
                LOG.debug("abandoning reason=\"{}\"", e.getMessage());
            }
        });
    }

    /** Says goodbye, so that the broker knows that we went and did not vanish. */
    void leave() {
        try {
            client.disconnect(0).waitForCompletion(1_000);
        } catch (MqttException e) {
            LOG.debug("leaving reason=\"{}\"", e.getMessage());
        }
    }

    boolean hasNoDelay() throws IOException {
        return wire.hasNoDelay();
    }
}
