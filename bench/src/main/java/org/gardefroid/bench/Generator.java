package org.gardefroid.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/** The load generator as the bench sees it: a process that is told one load after the other. */
final class Generator implements AutoCloseable {

    private static final int CONNECTS_WITHIN_MILLIS = 30_000;

    private final ChildProcess process;
    private final Socket control;
    private final PrintStream told;

    private Generator(ChildProcess process, Socket control) throws IOException {
        this.process = process;
        this.control = control;
        this.told = new PrintStream(control.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    static Generator start(BenchSite site) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(CONNECTS_WITHIN_MILLIS);
            JavaProgram program = JavaProgram.of("bench", LoadGenerator.class.getName())
                    .jvm("-Xmx3g", "-XX:+UseParallelGC")
                    .with("--broker", site.broker().uri(), "--certificates", site.authority().folder(), "--control",
                            server.getLocalPort());
            ChildProcess process = ChildProcess.start(program, site.folder().resolve("load.log"));
            return new Generator(process, server.accept());
        }
    }

    void tell(Load load) {
        told.println(load.line());
    }

    /** Waits for a line about this load. */
    String await(Load load, String what, Duration within) {
        String about = "load " + load.run() + " ";
        return process.awaitLine(line -> line.startsWith(about + what) || line.startsWith(about + "failed"),
                about + what, within);
    }

    /** When each device that became too warm in this run sent its first reading that was, by equipment. */
    Map<String, Instant> warmSent(Load load) {
        String about = "load " + load.run() + " warm ";
        String line = process.awaitLine(each -> each.startsWith(about), about, Duration.ofSeconds(10));
        return Stream.of(line.substring(about.length()).split(" ")).map(each -> each.split("="))
                .collect(Collectors.toMap(each -> each[0], each -> Instant.parse(each[1])));
    }

    ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() throws IOException {
        control.close();
        process.stop();
    }
}
