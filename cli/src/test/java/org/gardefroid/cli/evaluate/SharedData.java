package org.gardefroid.cli.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gardefroid.testbed.process.ProjectFolder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Third parties' files, beside the project; what wants them is skipped by name where they are not. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        Path folder = ProjectFolder.root().resolve("../shared/data").resolve(name).normalize();
        assumeTrue(Files.isDirectory(folder), "not here: " + folder);
        return folder;
    }
}
