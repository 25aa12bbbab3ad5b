package org.gardefroid.ingest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
            ApplicationContext context = new Started().args(args).banner(false).mainClass(Application.class).start();
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
        List<Throwable> chain = Stream.iterate(e, Objects::nonNull, Throwable::getCause).toList();
        if (chain.stream().anyMatch(BindException.class::isInstance)) {
            return "its port is in use: stop what uses it, or start with -micronaut.server.port=<another>";
        }
        // What is around it says only which bean it was; what is below it, no longer whose value or file.
        Throwable ours = chain.stream().filter(cause -> !cause.getClass().getName().startsWith("io.micronaut"))
                .findFirst().orElse(chain.getLast());
        return String.valueOf(ours.getMessage()).lines().findFirst().orElse(ours.toString());
    }

    /** Micronaut by itself would end the program where it cannot start, and nobody would hear why. */
    private static final class Started extends Micronaut {

        @Override
        protected void handleStartupException(Environment environment, Throwable exception) {
            throw new ApplicationStartupException("not started", exception);
        }
    }
}
