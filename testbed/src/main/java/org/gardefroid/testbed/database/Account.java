package org.gardefroid.testbed.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root starts it as somebody else.
 *
 * @param prefix the words before each of its commands
 * @param user whose its data must be; empty where they are whoever's we are
 */
record Account(List<String> prefix, String user) {

    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final Path COMMON_GROUND = Path.of("/var/tmp/gardefroid");

    private static final Account OURSELVES = new Account(List.of(), "");

    /** A user namespace without a mapping: the kernel still sees our own files as ours, the program sees no root. */
    private static final Account NAMELESS = new Account(List.of("unshare", "--user"), "");

    /** The ordinary way down from root, for containers, which often forbid namespaces even to root. */
    static final Account NOBODY = new Account(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"),
            "nobody");

    static Account find() {
        if (!answers(List.of("id", "-u"), "0")) {
            return OURSELVES;
        }
        return answers(NAMELESS.command(List.of("id", "-u")), "65534") ? NAMELESS : NOBODY;
    }

    List<String> command(List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    /** The folder itself, or where this account reaches it: root's own folders let nobody through. */
    Path place(Path folder) throws IOException {
        if (user.isEmpty()) {
            return folder;
        }
        String name = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8)).toString();
        return openGround().resolve(name);
    }

    /** Gives the folder, and all below it, to this account. */
    void own(Path folder) throws IOException {
        if (!user.isEmpty()) {
            var principal = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
            try (var files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    Files.setOwner(file, principal);
                }
            }
        }
    }

    /** Everybody may pass through, and only root makes anything in it; not one that somebody else laid out before us. */
    private static Path openGround() throws IOException {
        if (!Files.exists(COMMON_GROUND, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(COMMON_GROUND);
        }
        boolean ours = Files.isDirectory(COMMON_GROUND, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(COMMON_GROUND, LinkOption.NOFOLLOW_LINKS).getName()
                        .equals(System.getProperty("user.name"));
        if (!ours) {
            throw new IOException(COMMON_GROUND + " is not root's: remove it");
        }
        Files.setPosixFilePermissions(COMMON_GROUND, PosixFilePermissions.fromString("rwx--x--x"));
        return COMMON_GROUND;
    }

    private static boolean answers(List<String> command, String expected) {
        try {
            return Command.run(command, Path.of("/"), MOMENT).output().equals(expected);
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
