package org.gardefroid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.process.ProjectFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What all measurements of a whole site are told, and the folder that they work in. */
final class BenchOptions {

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "la dernière ligne est un objet JSON / the last line is a JSON object")
    private boolean json;

    @Option(names = "--connections", defaultValue = "8", description = "connexions TLS que les appareils se partagent / TLS connections the devices share; default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(names = "--database", defaultValue = "BEST", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Edition edition = Edition.BEST;

    @Option(names = "--service-jvm", description = "une option de plus pour la JVM du service / one more option for the service's JVM")
    private List<String> serviceJvm = List.of();

    @Option(names = "--folder", description = "dossier de travail, vidé / folder to work in, emptied; default: .gardefroid/bench")
    private Path folder = ProjectFolder.root().resolve(".gardefroid/bench");

    boolean json() {
        return json;
    }

    int connections() {
        return connections;
    }

    Edition edition() {
        return edition;
    }

    List<String> serviceJvm() {
        return serviceJvm;
    }

    void check() {
        atLeastOne("--connections", connections);
    }

    void atLeastOne(String option, int value) {
        if (value < 1) {
            throw wrong(option, String.valueOf(value), "≥ 1");
        }
    }

    ParameterException wrong(String option, String value, String allowed) {
        return new ParameterException(spec.commandLine(), option + " = " + value + " : attendu / expected: " + allowed);
    }

    /** The folder, with nothing in it. */
    Path emptied() throws IOException {
        remove(folder);
        return PrivateFiles.folder(folder);
    }

    /** Data and keys; the logs stay for whoever wants to know why. */
    void removeData() {
        remove(folder.resolve("database/data"));
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
