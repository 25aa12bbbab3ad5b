package org.gardefroid.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gardefroid.testbed.Program;
import org.gardefroid.testbed.process.ProjectFolder;
import org.gardefroid.testbed.site.FreshFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the agent on the box takes: until it watches, of memory, and of the processor in each of its cycles of a second. */
@Command(name = "bench box", mixinStandardHelpOptions = true, description = {
    "Mesure l'agent d'une boîte sans réseau : démarrage, mémoire, processeur par cycle, seul puis avec un téléphone.",
    "Measures the agent of a box without a network: start, memory, processor a cycle, alone and then with a telephone."})
public final class BoxBench implements Callable<Integer> {

    private static final String AGENT = "agent";

    @Option(names = "--json", description = "la dernière ligne est un objet JSON / the last line is a JSON object")
    private boolean json;

    @Option(names = "--seconds", defaultValue = "60", description = "durée de chaque mesure / length of each measurement; default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "secondes avant / seconds before; default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--lots", defaultValue = "20", description = "lots dans la boîte / lots in the box; default: ${DEFAULT-VALUE}")
    private int lots;

    @Option(names = "--vials", defaultValue = "10", description = "flacons ouverts / opened vials; default: ${DEFAULT-VALUE}")
    private int vials;

    @Option(names = "--folder", description = "dossier de travail, vidé / folder to work in, emptied; default: .gardefroid/bench-box")
    private Path folder = ProjectFolder.root().resolve(".gardefroid/bench-box");

    public static void main(String[] arguments) {
        System.exit(Program.run(new BoxBench(), arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seconds < 1 || warmUp < 0 || lots < 0 || lots > MeasuredBox.MOST_LOTS || vials < 0
                || vials > MeasuredBox.MOST_VIALS) {
            System.err.println("bench: --seconds ≥ 1, --warm-up ≥ 0, --lots 0 - " + MeasuredBox.MOST_LOTS
                    + ", --vials 0 - " + MeasuredBox.MOST_VIALS);
            return Program.WRONG_USE;
        }
        try {
            ObjectNode measured = measure(MeasuredBox.in(FreshFolder.of(folder), lots, vials));
            if (json) {
                System.out.println(measured);
            }
            return 0;
        } catch (RunFailure e) {
            System.err.println("bench: " + e.getMessage());
            return 1;
        }
    }

    private ObjectNode measure(MeasuredBox box) throws InterruptedException {
        ObjectNode measured = new ObjectMapper().createObjectNode().put("probes", MeasuredBox.PROBES).put("lots", lots)
                .put("vials", vials);
        try (MeasuredBox.Running agent = box.start()) {
            tell(measured, "startMillis", (double) agent.startedIn().toMillis());
            Thread.sleep(Duration.ofSeconds(warmUp));
            tell(measured, "openedVials", agent.openedVials());
            tell(measured, "processorMillisPerCycle", processor(agent, () -> {}));
            tell(measured, "processorMillisPerCycleWithTelephone", processor(agent, agent::read));
            tell(measured, "residentMegabytes", agent.memory("VmRSS"));
            tell(measured, "mostResidentMegabytes", agent.memory("VmHWM"));
        }
        try (MeasuredBox.Running agent = box.start()) {
            tell(measured, "startAgainMillis", (double) agent.startedIn().toMillis());
        }
        return measured;
    }

    /** @param eachSecond what a telephone does besides */
    private double processor(MeasuredBox.Running agent, Runnable eachSecond) throws InterruptedException {
        Processor before = Processor.now(Map.of(AGENT, agent.handle()));
        long from = System.nanoTime();
        for (int second = 1; second <= seconds; second++) {
            eachSecond.run();
            Thread.sleep(Duration.ofNanos(Math.max(0, from + second * 1_000_000_000L - System.nanoTime())));
        }
        Duration taken = Processor.now(Map.of(AGENT, agent.handle())).timeSince(before, AGENT);
        return Math.round(100.0 * taken.toMillis() / seconds) / 100.0;
    }

    private static void tell(ObjectNode measured, String name, double value) {
        System.out.println(String.format(Locale.ROOT, "%-38s %.1f", name, value));
        measured.put(name, value);
    }
}
