package org.gardefroid.ingest.receive;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.gardefroid.ingest.canary.Canary;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Broker;
import org.gardefroid.testbed.database.Database;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the service says of itself over HTTP, without an account. */
final class ReadinessTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final int UP = 200;
    private static final int DOWN = 503;

    private RunningDatabase database;
    private Broker broker;
    private RunningService service;
    private HttpClient http;
    private URI console;

    @BeforeEach
    void start(@TempDir Path folder) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        database = Database.start(folder.resolve("database"), Edition.PLAIN);
        broker = Broker.start(folder.resolve("broker"), Testbed.shared().authority());
        service = RunningService.start(database, broker, folder.resolve("service"), "readiness");
        console = service.context().getBean(EmbeddedServer.class).start().getURI();
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        http.close();
        service.close();
        broker.close();
        database.close();
    }

    @Test
    void theServiceIsReadyExactlyWhileBrokerAndDatabaseAre() throws Exception {
        await().untilAsserted(() -> assertThat(readiness().statusCode()).isEqualTo(UP));
        assertThat(readiness().body()).contains("receiving", "judging", "notifying");
        Canary canary = service.context().getBean(Canary.class);
        assertThat(canary.fly(NOON)).isEmpty();

        broker.kill9();
        await().untilAsserted(() -> assertThat(readiness().statusCode()).isEqualTo(DOWN));
        assertThat(readiness().body()).contains("not connected");
        assertThat(canary.fly(NOON)).isPresent();
        broker.restart();
        await().untilAsserted(() -> assertThat(readiness().statusCode()).isEqualTo(UP));

        database.kill9();
        await().untilAsserted(() -> assertThat(readiness().statusCode()).isEqualTo(DOWN));
        assertThat(get("/health/liveness").statusCode()).as("to be waited for, not to be restarted").isEqualTo(UP);
        database.restart();
        await().untilAsserted(() -> assertThat(readiness().statusCode()).isEqualTo(UP));
        await().untilAsserted(() -> assertThat(canary.fly(NOON)).as("it finds its way again").isEmpty());
    }

    private HttpResponse<String> readiness() throws Exception {
        return get("/health/readiness");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(console.resolve(path)).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
