package org.gardefroid.cli.box;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.testbed.process.JavaProgram;
import org.gardefroid.testbed.process.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import static org.gardefroid.cli.Words.say;

/** {@code gardefroid box}: the agent itself on a simulated cool box, in this terminal. */
@Command(name = "box", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class BoxCommand implements Callable<Integer> {

    private static final List<String> LANGUAGES = List.of("fr", "en");

    @Option(names = "--headless", descriptionKey = "box.headless")
    private boolean headless;

    @Option(names = "--duration", descriptionKey = "box.duration")
    private @Nullable String duration;

    @Option(names = "--script", descriptionKey = "box.script")
    private @Nullable Path script;

    @Option(names = "--speed", descriptionKey = "box.speed")
    private @Nullable Integer speed;

    @Option(names = "--port", descriptionKey = "box.port")
    private @Nullable Integer port;

    @Option(names = "--language", descriptionKey = "box.language")
    private @Nullable String language;

    @Option(names = "--folder", descriptionKey = "box.folder")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (headless && duration == null) {
            throw new Refused(say("box.needs-duration"));
        }
        if (language != null && !LANGUAGES.contains(language)) {
            throw new Refused(say("box.no-language", language, String.join(", ", LANGUAGES)));
        }
        List<Object> its = new ArrayList<>(List.of("--language",
                language == null ? Words.locale().getLanguage() : language, "--folder",
                folder == null ? ProjectFolder.root().resolve(".gardefroid/box") : folder));
        if (headless) {
            its.add("--headless");
        }
        add(its, "--duration", duration);
        add(its, "--script", script);
        add(its, "--speed", speed);
        add(its, "--port", port);
        // The picture says what the log would: only errors are printed over it.
        Process process = new ProcessBuilder(JavaProgram.of("edge-agent", "org.gardefroid.edge.TrainingBox")
                .jvm("-XX:+UseSerialGC", JavaProgram.QUICK_START, "-Xmx64m", "-Dlogback.configurationFile=training.xml")
                .with(its.toArray()).command()).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end of the training"));
        return process.waitFor();
    }

    /** It gives the terminal back before it ends. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void add(List<Object> its, String option, @Nullable Object value) {
        if (value != null) {
            its.add(option);
            its.add(value);
        }
    }
}
