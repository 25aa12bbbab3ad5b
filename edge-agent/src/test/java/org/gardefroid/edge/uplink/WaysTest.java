package org.gardefroid.edge.uplink;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gardefroid.edge.ServicePeer;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Mosquitto;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.certificates.TlsContexts;
import org.gardefroid.testbed.network.Cable;
import org.gardefroid.testbed.network.ConnectProxy;
import org.gardefroid.testbed.network.ConnectProxy.Temper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** How a box gets through a hospital's network: each way to a real broker, and what is told where there is none. */
class WaysTest {

    private static final DeviceId DEVICE = new DeviceId("box-7");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LinkSettings IMPATIENT = new LinkSettings(Duration.ofSeconds(2), Duration.ofSeconds(5),
            Duration.ofSeconds(12), Duration.ofSeconds(10), Duration.ofMillis(50), Duration.ofMillis(200), 200);

    private final RunningBroker broker = Testbed.shared().broker();
    private final Heard heard = new Heard();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void batchesAndReceiptsGoThroughWebSocket() throws Exception {
        batchesAndReceiptsGoBy(webSocket(broker.webSocketPort(), Optional.empty()), broker);
    }

    @Test
    void batchesAndReceiptsGoThroughWebSocketToMosquittoAsWell() throws Exception {
        Optional<Mosquitto> mosquitto = Mosquitto.start(folder.resolve("mosquitto"), Testbed.shared().authority());
        assumeTrue(mosquitto.isPresent(), "mosquitto is not installed");
        open.add(mosquitto.get());

        batchesAndReceiptsGoBy(webSocket(mosquitto.get().webSocketPort(), Optional.empty()), mosquitto.get());
    }

    @Test
    void batchesAndReceiptsGoThroughAProxyInEitherCarriage() throws Exception {
        ConnectProxy proxy = proxy(new Temper.Open());

        batchesAndReceiptsGoBy(webSocket(broker.webSocketPort(), via(proxy)), broker);
        assertThat(proxy.asked()).containsOnly("CONNECT localhost:" + broker.webSocketPort() + " HTTP/1.1");
        closeAll();
        open.clear();
        batchesAndReceiptsGoBy(plain(broker.port(), via(proxy(new Temper.Open()))), broker);
    }

    @Test
    void aProxyIsToldTheUserAndThePasswordOfTheFileAsItStandsAtTheAttempt() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "wrong\n");
        ConnectProxy proxy = proxy(new Temper.Asking("Basic Ym94OmZyb2lkw6k=")); // box:froidé
        link(webSocket(broker.webSocketPort(), Optional.of(new Way.Proxy("localhost", proxy.port(),
                Optional.of(new Way.Login("box", password))))));
        await().atMost(SOON).until(() -> heard.why().contains("does not accept proxy.user and its password: 407"));

        Files.writeString(password, "froidé\n");
        await().atMost(SOON).until(heard::isUp);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HTTP/1.1 403 Forbidden\\r\\n\\r\\n | does not connect to localhost:%d: 403 Forbidden",
        "HTTP/1.0 502 Bad Gateway\\r\\nVia: x\\r\\n\\r\\nno such host | does not connect to localhost:%d: 502 Bad Gateway",
        "HTTP/1.1 407 Authenticate\\r\\nProxy-Authenticate: Negotiate\\r\\n\\r\\n | wants proxy.user and proxy.password-file: 407 Authenticate; it takes Negotiate",
        "SSH-2.0-x\\r\\n | does not answer in HTTP", "'' | closed the connection instead of answering"})
    void aProxyThatRefusesIsToldPlainlyAndTriedAgain(String answer, String told) throws Exception {
        ConnectProxy proxy = proxy(new Temper.Answering(answer.translateEscapes()));
        link(webSocket(broker.webSocketPort(), via(proxy)));
        await().atMost(SOON).until(() -> heard.why().contains("proxy localhost:" + proxy.port())
                && heard.why().contains(told.formatted(broker.webSocketPort())));

        proxy.become(new Temper.Open());
        await().atMost(SOON).until(heard::isUp);
    }

    @Test
    void aProxyThatNeverAnswersIsLeftAfterTheLimitAndTriedAgain() throws Exception {
        ConnectProxy proxy = proxy(new Temper.Silent());
        link(webSocket(broker.webSocketPort(), via(proxy)));
        await().atMost(SOON).until(() -> heard.why().contains("timed out"));

        proxy.become(new Temper.Open());
        await().atMost(SOON).until(heard::isUp);
    }

    @Test
    void aServerThatKnowsNoWebSocketIsToldWithItsAnswer() throws Exception {
        HttpsServer pages = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        pages.setHttpsConfigurator(new HttpsConfigurator(TlsContexts.of(broker.authority().server())));
        pages.start();
        open.add(() -> pages.stop(0));
        link(webSocket(pages.getAddress().getPort(), Optional.empty()));

        await().atMost(SOON).until(() -> heard.why().contains("does not change to WebSocket: 404 Not Found"));
    }

    @Test
    void whereTheFirstWayIsClosedTheNextIsTakenAndTheFirstAgainWhenThatHasEnded() throws Exception {
        int closed = Ports.free();
        Cable cable = Cable.to(broker.webSocketPort());
        open.add(cable);
        link(plain(closed, Optional.empty()), webSocket(cable.port(), Optional.empty()));
        await().atMost(SOON).until(heard::isUp);
        assertThat(heard.ways()).containsExactly("wss://localhost:" + cable.port() + "/mqtt");
        assertThat(heard.why()).contains("mqtts://localhost:" + closed, "refused");

        cable.pull();
        await().atMost(SOON).until(() -> !heard.isUp());
        cable.plugIn();
        await().atMost(SOON).until(heard::isUp);
    }

    private void batchesAndReceiptsGoBy(Way way, RunningBroker through) throws Exception {
        ServicePeer service = ServicePeer.over(through);
        open.add(service);
        MqttLink link = link(way);
        await().atMost(SOON).until(heard::isUp);
        for (int number = 1; number <= 20; number++) {
            assertThat(link.publish(Batches.of(DEVICE, number))).isTrue();
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(service.batches()).hasSize(20);
            assertThat(heard.receipts()).isNotEmpty();
        });
    }

    private MqttLink link(Way... ways) throws Exception {
        PemFiles ours = broker.authority().client(DEVICE.value());
        var tls = TlsIdentity.read(ours.certificate(), ours.key(), ours.authority());
        MqttLink link = new MqttLink(IMPATIENT, List.of(ways), () -> tls, DEVICE, 0, heard,
                () -> System.nanoTime() / 1_000_000, new Random(7));
        open.add(link);
        link.start();
        return link;
    }

    private ConnectProxy proxy(Temper temper) throws Exception {
        ConnectProxy proxy = new ConnectProxy(temper);
        open.add(proxy);
        return proxy;
    }

    private static Optional<Way.Proxy> via(ConnectProxy proxy) {
        return Optional.of(new Way.Proxy("localhost", proxy.port(), Optional.empty()));
    }

    private static Way webSocket(int port, Optional<Way.Proxy> proxy) {
        return new Way(new Way.Carriage.WebSocket("/mqtt"), "localhost", port, proxy);
    }

    private static Way plain(int port, Optional<Way.Proxy> proxy) {
        return new Way(new Way.Carriage.Plain(), "localhost", port, proxy);
    }
}
