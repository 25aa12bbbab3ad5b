package org.gardefroid.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gardefroid.testbed.process.JavaProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code gardefroid bench ingest}, {@code alarms}, {@code box} and {@code micro}: hands over, options and all, to a program of the bench. */
@Command(name = "bench", resourceBundle = "org.gardefroid.cli.Help")
public final class BenchCommand implements Callable<Integer> {

    /** What there is to measure, by its name on the command line. */
    enum Program {
        ingest("org.gardefroid.bench.IngestBench"), alarms("org.gardefroid.bench.AlarmBench"),
        box("org.gardefroid.bench.BoxBench"), micro("org.gardefroid.bench.micro.MicroBench");

        private final String mainClass;

        Program(String mainClass) {
            this.mainClass = mainClass;
        }
    }

    @Parameters(index = "0", paramLabel = "ingest|alarms|box|micro", descriptionKey = "bench.program")
    private Program program = Program.ingest;

    @Unmatched
    private final List<String> itsOwn = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                JavaProgram.of("bench", program.mainClass).with(itsOwn.toArray()).command()).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop the bench"));
        return process.waitFor();
    }
}
