package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/** Starts the agent of one device as a process, again and again in one folder, as often as a test asks for it. */
final class AgentPrograms implements AutoCloseable {

    private final Path folder;
    private final RunningBroker broker;
    private final List<ChildProcess> started = new ArrayList<>();

    AgentPrograms(Path folder, RunningBroker broker) {
        this.folder = folder;
        this.broker = broker;
    }

    Path configuration(String wiring) throws IOException {
        PemFiles files = broker.authority().client("box-7");
        String usual = """
                device = box-7
                broker = localhost:%d
                certificate = %s
                key = %s
                authority = %s
                folder = data
                reconnect.longest = 1s
                """.formatted(broker.port(), files.certificate(), files.key(), files.authority());
        Set<String> own = wiring.lines().map(AgentPrograms::key).collect(Collectors.toSet());
        String besides = usual.lines().filter(line -> !own.contains(key(line))).collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("agent.properties"), besides + "\n" + wiring);
    }

    private static String key(String line) {
        return line.split("=", 2)[0].strip();
    }

    ChildProcess start(Path config, Object... options) {
        JavaProgram program = JavaProgram.of("edge-agent", EdgeAgent.class.getName()).jvm("-Xmx96m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1").with("--config", config).with(options);
        ChildProcess process = ChildProcess.start(program, folder.resolve("agent-" + started.size() + ".log"));
        started.add(process);
        return process;
    }

    @Override
    public void close() {
        started.forEach(ChildProcess::stop);
    }
}
