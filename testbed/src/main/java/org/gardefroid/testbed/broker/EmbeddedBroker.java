package org.gardefroid.testbed.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.broker.access.AccessExtension;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.TlsContexts;

/** HiveMQ in this JVM. One for each JVM: it keeps settings in static fields. */
final class EmbeddedBroker {

    /** A start takes one to three seconds; one that failed inside never says so. */
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    /**
     * HiveMQ sends a client 50 messages and waits until all are acknowledged, whatever the client allows. The service
     * acknowledges at once, and a wider window keeps the round trip out of its throughput.
     */
    private static final int WINDOW = 1_000;

    private final EmbeddedHiveMQ hivemq;
    private final Authority authority;
    private final int port;

    EmbeddedBroker(Path folder, Authority authority, String bind, int port, int webSocketPort,
            String gateways, Path revoked) {
        this.authority = authority;
        this.port = port;
        Path home = PrivateFiles.folder(folder);
        Path configuration = PrivateFiles.folder(home.resolve("conf"));
        PrivateFiles.write(configuration.resolve("config.xml"), BrokerConfiguration.in(configuration, authority)
                .xml(bind, port, webSocketPort).getBytes(StandardCharsets.UTF_8));
        this.hivemq = EmbeddedHiveMQ.builder()
                .withoutLoggingBootstrap()
                .withConfigurationFolder(configuration)
                .withDataFolder(PrivateFiles.folder(home.resolve("data")))
                .withExtensionsFolder(PrivateFiles.folder(home.resolve("extensions")))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("gardefroid-access").withName("Gardefroid access").withVersion("1")
                        .withAuthor("Gardefroid")
                        .withExtensionMain(new AccessExtension(gateways, revoked)).build())
                .build();
    }

    private static void widenWindow() {
        InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES = WINDOW;
        InternalConfigurations.PUBLISH_POLL_BATCH_SIZE = WINDOW;
    }

    void start() throws IOException, InterruptedException {
        widenWindow();
        try {
            hivemq.start().get(STARTS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the broker did not start within " + STARTS_WITHIN.toSeconds()
                    + " s: the reason stands in its log above", e);
        } catch (ExecutionException e) {
            throw new IOException("the broker did not start", e);
        }
        greet();
    }

    void stop() {
        try {
            hivemq.stop().get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            System.err.println("broker did not stop cleanly: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A listener that failed is only logged, so "ready" is said after a handshake with our own certificate. */
    private void greet() throws IOException {
        var sockets = TlsContexts.of(authority.client("service")).getSocketFactory();
        try (var socket = (SSLSocket) sockets.createSocket("localhost", port)) {
            socket.setSoTimeout((int) STARTS_WITHIN.toMillis());
            socket.startHandshake();
        }
    }
}
