package org.gardefroid.ingest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service. */
public final class Application {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private Application() {}

    public static void main(String[] args) {
        ApplicationContext context = Micronaut.build(args).banner(false).mainClass(Application.class).start();
        LOG.info("service ready port={} in {}ms", context.getBean(EmbeddedServer.class).getPort(),
                ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
