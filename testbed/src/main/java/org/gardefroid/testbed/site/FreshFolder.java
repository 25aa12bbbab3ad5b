package org.gardefroid.testbed.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gardefroid.testbed.PrivateFiles;

/** A site's folder as a run wants it that begins anew: empty, but for the certificates, which are made once. */
public final class FreshFolder {

    private static final String CERTIFICATES = "certificates";

    private FreshFolder() {}

    public static Path of(Path folder) {
        Path own = PrivateFiles.folder(folder);
        try (Stream<Path> inside = Files.list(own)) {
            List<Path> old = inside.filter(path -> !path.endsWith(CERTIFICATES)).toList();
            for (Path path : old) {
                try (Stream<Path> files = Files.walk(path)) {
                    files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
                }
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }
}
