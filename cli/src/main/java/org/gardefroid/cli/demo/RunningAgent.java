package org.gardefroid.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/** One agent of the demo as a process, which may be killed and started again. */
public final class RunningAgent {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

    private final SimulatedEquipment equipment;
    private final AgentFiles files;
    private final String simulatedTime;
    private final Path log;
    private ChildProcess process;

    private RunningAgent(SimulatedEquipment equipment, AgentFiles files, String simulatedTime, Path log) {
        this.equipment = equipment;
        this.files = files;
        this.simulatedTime = simulatedTime;
        this.log = log;
        this.process = launch();
    }

    static RunningAgent start(SimulatedEquipment equipment, AgentFiles files, DemoDay day, Instant anchor,
            Path folder) {
        return new RunningAgent(equipment, files,
                "start=" + day.start() + ",anchor=" + anchor + ",rate=" + DemoDay.RATE,
                folder.resolve(equipment.device()).resolve("agent.log"));
    }

    public String device() {
        return equipment.device();
    }

    public Path ledger() {
        return files.ledger();
    }

    /** SIGKILL, and a new start. */
    public void killAndRestart() {
        process.kill9();
        process = launch();
    }

    /** Stops sampling, delivers what is left, ends. */
    public void stop() {
        process.stop();
    }

    private ChildProcess launch() {
        ChildProcess started = ChildProcess.start(JavaProgram.of("edge-agent", "org.gardefroid.edge.EdgeAgent")
                .jvm("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m")
                .with("--config", files.configuration(), "--ledger", files.ledger(), "--until-delivered",
                        "--simulated-time", simulatedTime),
                log);
        started.awaitLine(line -> line.contains("agent started"), "the start of agent " + equipment.device(),
                STARTS_WITHIN);
        return started;
    }
}
