package org.gardefroid.testbed.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root starts it as somebody else.
 *
 * @param prefix the words before each of its commands
 * @param owner who the data must belong to; empty where it is whoever we are
 */
record Account(List<String> prefix, String owner) {

    private static final Duration MOMENT = Duration.ofSeconds(10);

    private static final Account OURSELVES = new Account(List.of(), "");

    /** A user namespace without a mapping: the kernel still sees our own files as ours, the program sees no root. */
    private static final Account NAMELESS = new Account(List.of("unshare", "--user"), "");

    static Account find() {
        if (!answers(List.of("id", "-u"), "0")) {
            return OURSELVES;
        }
        // Containers often forbid namespaces, even to root.
        return answers(NAMELESS.command(List.of("id", "-u")), "65534") ? NAMELESS : nobody();
    }

    /** The ordinary way down from root; its files are then not ours, and every folder above must let it through. */
    static Account nobody() {
        return new Account(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"), "nobody");
    }

    List<String> command(List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    /** Makes the folder one that this account may write in. */
    void own(Path folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        var user = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setOwner(file, user);
            }
        }
        if (!Command.run(command(List.of("test", "-w", folder.toString())), Path.of("/"), MOMENT).succeeded()) {
            throw new IOException(owner + ", as whom root starts the database, may not enter " + folder
                    + ": choose a folder that others may pass through, or start it as an ordinary user");
        }
    }

    private static boolean answers(List<String> command, String expected) {
        try {
            return Command.run(command, Path.of("/"), MOMENT).output().equals(expected);
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
