package org.gardefroid.edge.uplink;

import java.net.URI;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.edge.delivery.Uplink;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.wire.QuestionCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one connection to the broker, for as long as it is open itself: tries, watches, leaves behind, tries again. */
public final class MqttLink implements Uplink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

    /** Paho logs each broken connection with its stack; what matters of it we tell ourselves, in a line. Held, or it is lost. */
    private static final java.util.logging.Logger PAHO = java.util.logging.Logger.getLogger("org.eclipse.paho.mqttv5");

    static {
        PAHO.setLevel(Level.OFF);
    }

    /** A connection that has lasted so long has shown that there is no trouble any more. */
    private static final long LASTING_MILLIS = 10_000;

    private final LinkSettings settings;
    private final URI broker;
    private final SSLContext tls;
    private final DeviceId device;
    private final int shard;
    private final Inbox inbox;
    private final LongSupplier millis;
    private final Backoff backoff;
    private final Thread thread = Thread.ofPlatform().daemon().name("uplink").unstarted(this::keepConnected);
    private volatile @Nullable Connection current;
    private volatile boolean closed;

    /** @param millis monotonic, since whenever */
    public MqttLink(LinkSettings settings, String host, int port, SSLContext tls, DeviceId device, int shard,
            Inbox inbox,
            LongSupplier millis, RandomGenerator random) {
        this.settings = settings;
        this.broker = URI
                .create(WireFactory.SCHEME + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        this.tls = tls;
        this.device = device;
        this.shard = shard;
        this.inbox = inbox;
        this.millis = millis;
        this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), random);
    }

    public void start() {
        thread.start();
    }

    @Override
    public boolean publish(SealedBatch batch) {
        return publish(new Topic.UpBatch(shard, batch.id()), batch.content());
    }

    @Override
    public void ask(Question question) {
        publish(new Topic.UpAsk(shard, device), QuestionCodec.encode(question));
    }

    private boolean publish(Topic topic, byte[] content) {
        Connection connection = current;
        return connection != null && connection.publish(topic.asString(), content);
    }

    private void keepConnected() {
        try {
            while (!closed) {
                connectOnce();
                Thread.sleep(backoff.next());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void connectOnce() throws InterruptedException {
        Connection connection;
        try {
            connection = new Connection(settings, broker, tls, device, shard, inbox, millis);
        } catch (MqttException e) {
            LOG.warn("link not made broker={} reason=\"{}\"", broker, why(e));
            return;
        }
        try {
            connection.open();
            stayConnected(connection);
        } catch (MqttException e) {
            LOG.info("link not up broker={}:{} reason=\"{}\"", broker.getHost(), broker.getPort(), why(e));
        } finally {
            connection.abandon();
        }
    }

    private void stayConnected(Connection connection) throws InterruptedException {
        long since = millis.getAsLong();
        current = connection;
        LOG.info("link up broker={}:{} device={}", broker.getHost(), broker.getPort(), device);
        inbox.connected();
        try {
            String reason = connection.awaitEnd();
            LOG.info("link down broker={}:{} reason=\"{}\"", broker.getHost(), broker.getPort(), reason);
        } finally {
            current = null;
            inbox.disconnected();
        }
        if (millis.getAsLong() - since >= LASTING_MILLIS) {
            backoff.succeeded();
        }
    }

    /** Paho says "MqttException"; what it was is the cause's to say. */
    private static String why(MqttException e) {
        Throwable cause = e.getCause();
        return cause == null ? e.getMessage() + " (" + e.getReasonCode() + ")" : cause.toString();
    }

    @Override
    public void close() {
        closed = true;
        Connection connection = current;
        if (connection != null) {
            connection.leave();
        }
        thread.interrupt();
    }
}
