package org.gardefroid.testbed.database;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The database as a program: prints {@code database ready port=…} and runs until it is stopped. */
@Command(name = "database", mixinStandardHelpOptions = true, description = "PostgreSQL with TimescaleDB where this machine can get it")
public final class DatabaseProgram implements Callable<Integer> {

    @Option(names = "--folder", required = true, description = "where its data are kept")
    private Path folder = Path.of("");

    @Option(names = "--port", defaultValue = "5432", description = "default: ${DEFAULT-VALUE}; 0 takes a free one")
    private int port;

    @Option(names = "--edition", defaultValue = "BEST", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Edition edition = Edition.BEST;

    @Option(names = "--set", description = "a setting of PostgreSQL, such as commit_delay=5000")
    private List<String> settings = List.of();

    public static void main(String[] arguments) {
        System.exit(Program.run(new DatabaseProgram(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        var database = Database.start(folder, edition, Ports.usable("127.0.0.1", port), settings);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.stop();
            stopped.countDown();
        }, "stop database"));
        System.out
                .println("database ready port=" + database.port() + " user=" + database.superuser() + " password-file="
                        + database.passwordFile() + " edition=\"" + database.describe() + '"');
        stopped.await();
        return 0;
    }
}
