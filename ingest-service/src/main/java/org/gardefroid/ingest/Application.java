package org.gardefroid.ingest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service. */
public final class Application {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    /** Something outside is not as it has to be, and a person can mend it. */
    private static final int WRONG_USE = 2;

    private Application() {}

    public static void main(String[] args) {
        try {
            ApplicationContext context = Micronaut.build(args).banner(false).mainClass(Application.class).start();
            LOG.info("service ready port={} in {}ms", context.getBean(EmbeddedServer.class).getPort(),
                    ManagementFactory.getRuntimeMXBean().getUptime());
        } catch (RuntimeException e) {
            LOG.error("service not started reason={}", reason(e));
            LOG.debug("service not started", e);
            System.exit(WRONG_USE);
        }
    }

    /** One line, for whoever started it; the whole story is told at level DEBUG. */
    private static String reason(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root instanceof BindException
                ? "its port is in use: stop what uses it, or start with -micronaut.server.port=<another>"
                : String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
    }
}
