package org.gardefroid.ingest.mqtt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paho as a plain wire. Its own reconnection is off (it does not retry a first connection, and shares its delay among all
 * clients of the JVM): a client that has lost its connection is thrown away, and one thread makes the next, with full
 * jitter. Sessions are clean: what the broker forgot, agents send again.
 */
final class PahoLink implements BrokerLink {

    private static final Logger LOG = LoggerFactory.getLogger(PahoLink.class);

    private static final int QOS = 1;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int CONNECT_SECONDS = 10;
    private static final long ANSWER_MILLIS = 10_000; // of a SUBACK or PUBACK, before the connection counts as dead
    private static final int RECEIVE_MAXIMUM = 1_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final BrokerSettings settings;
    private final String clientId;
    private final Supplier<SSLContext> tls;
    private final InstantSource clock;
    private final Semaphore somethingChanged = new Semaphore(0);
    private final Set<String> wanted = new TreeSet<>();
    private volatile @Nullable Connection current;
    private volatile boolean closed;

    /** @param tls asked for at each connection */
    PahoLink(BrokerSettings settings, String clientId, Supplier<SSLContext> tls, InstantSource clock) {
        this.settings = settings;
        this.clientId = clientId;
        this.tls = tls;
        this.clock = clock;
    }

    @Override
    public void open(Inbound inbound, Runnable onUp) {
        Thread.ofPlatform().name("broker-link").daemon().start(() -> keepUp(inbound, onUp));
    }

    @Override
    public void subscribeTo(Collection<String> filters) {
        synchronized (wanted) {
            if (wanted.equals(Set.copyOf(filters))) {
                return;
            }
            wanted.clear();
            wanted.addAll(filters);
        }
        somethingChanged.release();
    }

    @Override
    public boolean isUp() {
        Connection connection = current;
        return connection != null && connection.isUp();
    }

    @Override
    public boolean send(String topic, byte[] payload) {
        Connection connection = current;
        if (connection == null || !connection.isUp()) {
            return false;
        }
        try {
            connection.client.publish(topic, payload, 0, false);
            return true;
        } catch (MqttException e) {
            LOG.debug("message not sent topic={} reason={}", topic, e.getMessage());
            return false;
        }
    }

    @Override
    public boolean leave(String topic, byte[] payload) {
        Connection connection = current;
        if (connection == null || !connection.isUp()) {
            return false;
        }
        try {
            return connection.accepted(connection.client.publish(topic, payload, QOS, true));
        } catch (MqttException e) {
            LOG.warn("message not left topic={} reason={}", topic, e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        somethingChanged.release();
    }

    private void keepUp(Inbound inbound, Runnable onUp) {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try (Connection connection = new Connection(inbound)) {
                connection.connect();
                current = connection;
                LOG.info("broker connected url={} client={}", settings.url(), clientId);
                serve(connection, onUp);
                pause = FIRST_PAUSE;
            } catch (MqttException e) {
                LOG.warn("broker not reached url={} reason={}", settings.url(), reason(e));
            } catch (InterruptedException e) {
                return;
            } finally {
                current = null;
            }
            pause = sleep(pause);
        }
    }

    private void serve(Connection connection, Runnable onUp) throws MqttException, InterruptedException {
        Set<String> held = new TreeSet<>();
        while (!closed && connection.isConnected()) {
            Set<String> now;
            synchronized (wanted) {
                now = new TreeSet<>(wanted);
            }
            if (!now.equals(held)) {
                connection.subscribe(held, now);
                held = now;
                Thread.ofVirtual().name("broker-up").start(onUp);
            }
            connection.granted = true;
            somethingChanged.tryAcquire(1, TimeUnit.SECONDS);
        }
        if (!closed) {
            LOG.warn("broker lost url={}", settings.url());
        }
    }

    private Duration sleep(Duration pause) {
        try {
            if (!closed) {
                Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause.toMillis()) + 10));
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static String reason(MqttException e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : String.valueOf(e.getCause().getMessage());
    }

    /** One client, from its connecting to its loss. */
    private final class Connection implements AutoCloseable {

        private final MqttAsyncClient client;
        private volatile boolean granted;
        private volatile boolean lost;

        Connection(Inbound inbound) throws MqttException {
            this.client = new MqttAsyncClient(settings.plainUrl(), clientId, new MemoryPersistence());
            client.setCallback(new Callback(clock, inbound, () -> lost, () -> {
                lost = true;
                somethingChanged.release();
            }));
        }

        void connect() throws MqttException {
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setCleanStart(true);
            options.setSessionExpiryInterval(0L);
            options.setAutomaticReconnect(false);
            options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
            options.setConnectionTimeout(CONNECT_SECONDS);
            options.setReceiveMaximum(RECEIVE_MAXIMUM);
            options.setSocketFactory(new BrokerSockets(tls.get().getSocketFactory()));
            client.connect(options).waitForCompletion(ANSWER_MILLIS);
        }

        boolean isConnected() {
            return !lost && client.isConnected();
        }

        boolean isUp() {
            return granted && isConnected();
        }

        void subscribe(Set<String> held, Set<String> now) throws MqttException {
            String[] gone = held.stream().filter(filter -> !now.contains(filter)).toArray(String[]::new);
            if (gone.length > 0) {
                client.unsubscribe(gone).waitForCompletion(ANSWER_MILLIS);
            }
            for (String filter : now) {
                if (!held.contains(filter) && !accepted(client.subscribe(filter, QOS))) {
                    throw new MqttException(new IllegalStateException("the broker refuses " + filter));
                }
            }
        }

        /** A token completes without an error even where the broker refused: only the reason code tells. */
        boolean accepted(IMqttToken token) throws MqttException {
            token.waitForCompletion(ANSWER_MILLIS);
            int[] codes = token.getReasonCodes();
            return codes == null || Arrays.stream(codes).allMatch(code -> code < 128);
        }

        @Override
        public void close() {
            lost = true;
            try {
                client.disconnectForcibly(0, closed ? 1_000 : 1, closed);
            } catch (MqttException alreadyGone) {
                LOG.debug("broker connection ended reason={}", alreadyGone.getMessage());
            }
            try {
                client.close(true);
            } catch (MqttException stillClosing) {
                LOG.debug("broker connection not closed reason={}", stillClosing.getMessage());
            }
        }
    }
}
