package org.gardefroid.cli.probes;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.edge.command.ConnectedProbes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gardefroid probes}: one reading of each thermometer that is connected, or its fault. */
@Command(name = "probes", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class ProbesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--w1-root", defaultValue = "/sys/bus/w1/devices", descriptionKey = "probes.w1-root")
    private Path root = ConnectedProbes.ROOT;

    @Option(names = "--json", descriptionKey = "probes.json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            new ConnectedProbes(root, Words.locale()).lines(json, spec.commandLine().getErr()::println)
                    .forEach(out::println);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
        out.flush();
        return 0;
    }
}
