package org.gardefroid.testbed.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the project is built: found from this class's own place ({@code testbed/target/…}), so that no program depends
 * on the folder it is started in.
 */
public final class ProjectFolder {

    private ProjectFolder() {}

    /** The folder that holds all modules. */
    public static Path root() {
        try {
            Path ours = Path.of(ProjectFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            for (Path folder = ours; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("testbed/pom.xml"))) {
                    return folder;
                }
            }
            throw new IllegalStateException(ours + " is not below a built project");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an element that is no file", e);
        }
    }

    public static Path module(String name) {
        Path folder = root().resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no such module: " + folder);
        }
        return folder;
    }
}
