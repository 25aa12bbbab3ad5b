package org.gardefroid.testbed.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.gardefroid.testbed.process.ProjectFolder;

/** PostgreSQL's programs for this platform, as the build fetched them from Maven. */
record PostgresArchive(Path jar, String version) {

    private static final Pattern NAME = Pattern.compile(".*-((\\d+)\\.\\d+\\.\\d+)\\.jar");

    static PostgresArchive ofMajor(int major) {
        Path folder = ProjectFolder.module("testbed").resolve("target/postgresql");
        try (var jars = Files.list(folder)) {
            return jars.sorted(Comparator.reverseOrder()).map(PostgresArchive::of).flatMap(Optional::stream)
                    .filter(archive -> archive.version.startsWith(major + ".")).findFirst()
                    .orElseThrow(() -> new IllegalStateException(folder + " has no PostgreSQL " + major));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " is missing: build the project first (mvn package)", e);
        }
    }

    private static Optional<PostgresArchive> of(Path jar) {
        var name = NAME.matcher(jar.toString());
        return name.matches() ? Optional.of(new PostgresArchive(jar, name.group(1))) : Optional.empty();
    }

    void unpackInto(Path home) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var archive = zip.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst()
                    .orElseThrow(() -> new IOException(jar + " holds no archive of programs"));
            try (InputStream xz = zip.getInputStream(archive)) {
                Archives.unpackTarXz(xz, name -> Optional.of(home.resolve(name)));
            }
        }
    }
}
