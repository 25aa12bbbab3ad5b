package org.gardefroid.testbed.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gardefroid.testbed.database.Distributions.Unavailable;

/**
 * TimescaleDB as Debian 13 packages it (the Apache 2 edition), laid into a PostgreSQL that came from elsewhere: the
 * extension is three libraries and its SQL, and its major version is all they must agree on.
 *
 * <p>Debian 12 has no such package. Debian 13's library is built against a younger C library, and {@link ElfLibrary}
 * makes it load with the older one.
 */
final class TimescalePackage {

    private static final String NAME = "postgresql-17-timescaledb";
    private static final String SUITE = "trixie";

    /** Libraries and SQL, by their last folder and name: where they stand in Debian, and where in the other tree. */
    private static final Pattern LIBRARY = Pattern.compile(".*/lib/postgresql/17/lib/(timescaledb[^/]*\\.so)");
    private static final Pattern SQL = Pattern.compile(".*/extension/(timescaledb(--[^/]*\\.sql|\\.control))");

    private TimescalePackage() {}

    static void addTo(Path home) {
        try {
            Path work = Files.createTempDirectory("gardefroid-apt-");
            try {
                Archives.unpackDeb(new DebianMirror(work).download(NAME, SUITE), name -> place(home, name));
            } finally {
                Scrap.remove(work);
            }
            loadable(home);
        } catch (IOException e) {
            throw new Unavailable("TimescaleDB cannot be had: " + e.getMessage());
        }
    }

    private static Optional<Path> place(Path home, String name) {
        var library = LIBRARY.matcher(name);
        if (library.matches()) {
            return Optional.of(home.resolve("lib/postgresql").resolve(library.group(1)));
        }
        var sql = SQL.matcher(name);
        return sql.matches()
                ? Optional.of(home.resolve("share/postgresql/extension").resolve(sql.group(1)))
                : Optional.empty();
    }

    private static void loadable(Path home) throws IOException {
        CLibrary here = CLibrary.ofThisMachine();
        try (var libraries = Files.newDirectoryStream(home.resolve("lib/postgresql"), "timescaledb*.so")) {
            for (Path library : libraries) {
                var elf = ElfLibrary.read(library);
                if (elf.forgetVersionsAbove(here)) {
                    Files.write(library, elf.bytes());
                }
            }
        }
    }
}
