package org.gardefroid.testbed.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The two kinds of archive that PostgreSQL and its extension come in. */
final class Archives {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    private Archives() {}

    /** Unpacks what {@code place} gives a place, by the entry's name; ownership and special files are left out. */
    static void unpackTarXz(InputStream in, Function<String, Optional<Path>> place) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Optional<Path> target = place.apply(entry.getName());
                if (target.isPresent()) {
                    unpack(entry, tar, target.get());
                }
            }
        }
    }

    /** The same for the files of a Debian package. */
    static void unpackDeb(Path deb, Function<String, Optional<Path>> place) throws IOException {
        try (var parts = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(deb)))) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().startsWith("data.tar.xz")) {
                    unpackTarXz(parts, place);
                    return;
                }
            }
        }
        throw new IOException(deb + " holds no data.tar.xz");
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PROGRAM);
            }
        }
    }
}
