package org.gardefroid.ingest.receive;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.database.DatabaseServer;
import org.gardefroid.testbed.database.Edition;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** The service in this JVM, with a database of its own on a real server and a real broker. */
final class RunningService implements AutoCloseable {

    private static final String ONLY_INSTANCE = "service";

    private static @Nullable Shared shared;
    private static int shares;

    private record Shared(Edition edition, RunningService service) {}

    private final Installation installation;
    private final String instance;
    private ApplicationContext context;

    private RunningService(Installation installation, String instance) {
        this.installation = installation;
        this.instance = instance;
        this.context = launch();
    }

    /** A database and a broker that a test may stop are its own. */
    static RunningService start(DatabaseServer database, RunningBroker broker, Path folder, String name) {
        return start(Installation.create(database, broker, folder, name), ONLY_INSTANCE);
    }

    /** One of several instances. */
    static RunningService start(Installation installation, String instance) {
        return new RunningService(installation, instance);
    }

    /** One for the tests of an edition; that of another one ends, for at the broker both have the same name. */
    static synchronized RunningService shared(Edition edition) {
        Shared now = shared;
        if (now == null || now.edition != edition) {
            if (now != null) {
                now.service.close();
            }
            Testbed testbed = Testbed.shared();
            now = new Shared(edition, start(testbed.database(edition), testbed.broker(),
                    testbed.folder().resolve("service-" + edition), "shared_" + ++shares));
            shared = now;
        }
        return now.service;
    }

    RunningBroker broker() {
        return installation.broker();
    }

    ApplicationContext context() {
        return context;
    }

    void restart() {
        context.close();
        context = launch();
    }

    long count(String sql) {
        return installation.count(sql);
    }

    void execute(String sql) {
        installation.execute(sql);
    }

    /** As its owner. */
    Connection connect() throws SQLException {
        return installation.server().connect(installation.name());
    }

    private ApplicationContext launch() {
        ApplicationContext started = ApplicationContext.run(installation.properties(instance));
        await().until(() -> started.getBean(BrokerLink.class).isUp());
        return started;
    }

    @Override
    public void close() {
        context.close();
    }
}
