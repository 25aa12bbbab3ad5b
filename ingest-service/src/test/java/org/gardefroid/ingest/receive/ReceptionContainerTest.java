package org.gardefroid.ingest.receive;

import java.nio.file.Path;
import org.gardefroid.ingest.store.TimescaleContainer;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Broker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** With TimescaleDB's own image: the same migrations and roles in the database that a site has. */
@Testcontainers(disabledWithoutDocker = true)
final class ReceptionContainerTest extends ReceptionRules {

    @Container
    private static final TimescaleContainer DATABASE = new TimescaleContainer();

    @TempDir
    static Path folder;

    private static Broker broker;
    private static RunningService service;

    ReceptionContainerTest() {
        super(service, true);
    }

    @BeforeAll
    static void start() {
        broker = Broker.start(folder.resolve("broker"), Testbed.shared().authority());
        service = RunningService.start(DATABASE, broker, folder.resolve("service"), "reception");
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.close();
    }
}
