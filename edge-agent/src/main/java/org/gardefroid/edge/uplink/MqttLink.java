package org.gardefroid.edge.uplink;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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

/**
 * Keeps one connection to the broker, for as long as it is open itself: tries, watches, leaves behind, tries again. Where
 * several ways lead there, each is tried in its turn, and after one that has lasted the first again.
 */
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
    private final List<Way> ways;
    private final Supplier<SSLContext> tls;
    private final DeviceId device;
    private final int shard;
    private final Inbox inbox;
    private final LongSupplier millis;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Thread thread = Thread.ofPlatform().daemon().name("uplink").unstarted(this::keepConnected);
    private volatile @Nullable Connection current;
    private volatile boolean closed;

    /**
     * @param ways to the broker, one at least, in the order in which they are tried
     * @param tls asked at each attempt: a certificate may have been renewed
     * @param millis monotonic, since whenever
     */
    public MqttLink(LinkSettings settings, List<Way> ways, Supplier<SSLContext> tls, DeviceId device, int shard,
            Inbox inbox, LongSupplier millis, RandomGenerator random) {
        this.settings = settings;
        this.ways = List.copyOf(ways);
        this.tls = tls;
        this.random = random;
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
            int turn = 0;
            while (!closed) {
                boolean lasted = connectOnce(ways.get(turn));
                turn = lasted ? 0 : (turn + 1) % ways.size();
                if (turn == 0) {
                    Thread.sleep(backoff.next());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Whether it came up, and lasted. */
    private boolean connectOnce(Way way) throws InterruptedException {
        Connection connection;
        try {
            connection = new Connection(settings, way, tls.get(), device, shard, inbox, millis, random);
        } catch (MqttException e) {
            LOG.warn("link not made way=\"{}\" reason=\"{}\"", way, why(e));
            return false;
        }
        try {
            connection.open();
            return stayConnected(connection, way);
        } catch (MqttException e) {
            LOG.info("link not up way=\"{}\" reason=\"{}\"", way, why(e));
            inbox.notConnected(way, why(e));
            return false;
        } finally {
            connection.abandon();
        }
    }

    private boolean stayConnected(Connection connection, Way way) throws InterruptedException {
        long since = millis.getAsLong();
        current = connection;
        LOG.info("link up way=\"{}\" device={}", way, device);
        inbox.connected(way);
        String reason = "closed";
        try {
            reason = connection.awaitEnd();
            LOG.info("link down way=\"{}\" reason=\"{}\"", way, reason);
        } finally {
            current = null;
            inbox.disconnected();
        }
        boolean lasted = millis.getAsLong() - since >= LASTING_MILLIS;
        if (lasted) {
            backoff.succeeded();
        }
        inbox.notConnected(way, reason);
        return lasted;
    }

    /** Paho says "MqttException"; what it was is the cause's to say. */
    private static String why(MqttException e) {
        return switch (e.getCause()) {
            case null -> e.getMessage() + " (" + e.getReasonCode() + ")";
            case RefusedException refused -> String.valueOf(refused.getMessage());
            case Throwable cause -> cause.toString();
        };
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
