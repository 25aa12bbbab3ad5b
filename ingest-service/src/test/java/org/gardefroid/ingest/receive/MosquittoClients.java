package org.gardefroid.ingest.receive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gardefroid.testbed.broker.Mosquitto;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.process.ChildProcess;

/** Mosquitto's own programs, as somebody at a command line has them: with the files of a certificate and nothing of ours. */
record MosquittoClients(Mosquitto broker, Path folder) {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger COUNT = new AtomicInteger();

    static boolean areInstalled() {
        return Mosquitto.isInstalled() && Stream.of("mosquitto_pub", "mosquitto_sub", "mosquitto_rr")
                .allMatch(name -> Files.isExecutable(program(name)));
    }

    private static Path program(String name) {
        return Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin").map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable).findFirst().orElse(Path.of(name));
    }

    /** Publishes once; what it printed tells whether the broker refused. */
    List<String> publish(String identity, String topic, String message) {
        try (ChildProcess child = start("mosquitto_pub", identity, "-q", "1", "-t", topic, "-m", message)) {
            child.awaitExit(SOON);
            return child.lines();
        }
    }

    /** Publishes once and gives the answer that comes on the other topic: both in one connection. */
    String ask(String identity, String topic, String message, String answers) {
        try (ChildProcess child = start("mosquitto_rr", identity, "-q", "1", "-t", topic, "-e", answers, "-W", "20",
                "-m", message)) {
            child.awaitExit(SOON.plusSeconds(5));
            return String.join("\n", child.lines());
        }
    }

    /** Prints the next message of a topic and ends; it is subscribed when this returns. */
    ChildProcess subscribe(String identity, String topic) {
        ChildProcess child = start("mosquitto_sub", identity, "-q", "1", "-C", "1", "-t", topic);
        broker.process().awaitLine(line -> line.contains(identity + " 1 " + topic), "its subscription", SOON);
        return child;
    }

    private ChildProcess start(String program, String identity, String... arguments) {
        PemFiles files = broker.authority().client(identity);
        List<String> command = new ArrayList<>(List.of(program(program).toString(), "-h", "localhost", "-p",
                String.valueOf(broker.port()), "-V", "5", "--cafile", files.authority().toString(),
                "--cert", files.certificate().toString(), "--key", files.key().toString()));
        command.addAll(List.of(arguments));
        return ChildProcess.start(command, folder.resolve(program + "-" + COUNT.incrementAndGet() + ".log"));
    }
}
