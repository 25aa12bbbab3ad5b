package org.gardefroid.ingest.store;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The passwords of the database's roles: files that only this user can read, made where they are missing. */
@Singleton
final class RolePasswords {

    private static final int BYTES = 24;

    private final Path folder;

    RolePasswords(DatabaseSettings settings) {
        this.folder = settings.secrets();
    }

    /** The password in the file named as the role, if there is one: the owner may be let in by other means. */
    Optional<String> of(String role) {
        Path file = folder.resolve(role);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the password of role " + role + " cannot be read from " + file, e);
        }
    }

    String ofOrMade(String role) {
        return of(role).orElseGet(() -> make(role));
    }

    private String make(String role) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path file = folder.resolve(role);
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n");
            return password;
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return of(role).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("the password of role " + role + " cannot be written to " + file, e);
        }
    }
}
