package org.gardefroid.cli.demo;

import java.io.Console;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.WorkFolder;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.process.Ending;
import org.gardefroid.testbed.process.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import static org.gardefroid.cli.Words.say;

/** {@code gardefroid demo}. */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class DemoCommand implements Callable<Integer> {

    private static final int CONSOLE_PORT = 8_080;
    private static final int ANY_PORT = 0;
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    @Option(names = "--headless", descriptionKey = "demo.headless")
    private boolean headless;

    @Option(names = "--duration", descriptionKey = "demo.duration")
    private @Nullable Duration duration;

    @Option(names = "--seed", defaultValue = "1", descriptionKey = "demo.seed")
    private long seed;

    @Option(names = "--port", descriptionKey = "demo.port")
    private @Nullable Integer port;

    @Option(names = "--plain-postgresql", descriptionKey = "demo.plain-postgresql")
    private boolean plain;

    @Option(names = "--folder", descriptionKey = "demo.folder")
    private @Nullable Path folder;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        if (headless && duration == null) {
            throw new Refused(say("demo.no-duration"));
        }
        if (duration != null && duration.compareTo(SHORTEST) < 0) {
            throw new Refused(say("demo.too-short", duration.toSeconds()));
        }
        if (port != null || !headless) {
            checkPort(port == null ? CONSOLE_PORT : port);
        }
        Path where = folder == null ? ProjectFolder.root().resolve(".gardefroid/demo") : folder;
        Instant began = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Stop stop = new Stop();
        Runnable endInOrder = stop::wishAndAwaitTheEnd;
        Ending.first(endInOrder);
        int console = port != null ? port : headless ? ANY_PORT : CONSOLE_PORT;
        try (var own = WorkFolder.take(where)) {
            return new Demo(new DemoOptions(Optional.ofNullable(duration), seed, console, plain), own.folder(),
                    InstantSource.system(), began, isTerminal(), Disturbance.NONE).run(stop);
        } finally {
            stop.isOver();
            Ending.forget(endInOrder);
        }
    }

    private static void checkPort(int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new Refused(say("demo.port-range", port));
        }
        if (!Ports.isFree("127.0.0.1", port)) {
            throw new Refused(say("demo.port-used", port, Ports.free()));
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
