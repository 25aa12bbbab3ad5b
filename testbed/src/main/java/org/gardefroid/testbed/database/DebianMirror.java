package org.gardefroid.testbed.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Debian's archive, by way of apt as this machine is set up: its mirror, its proxy, its keys. Root is not needed and
 * nothing of the system changes: lists and packages go to a folder of our own.
 */
record DebianMirror(Path work) {

    private static final Path KEYS = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Fetches a package of a suite, which may be another than this machine's. */
    Path download(String name, String suite) throws IOException {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw new IOException("this machine has no apt-get");
        }
        Files.createDirectories(work.resolve("lists/partial"));
        Files.createDirectories(work.resolve("cache/archives/partial"));
        String signedBy = Files.exists(KEYS) ? "[signed-by=" + KEYS + "] " : "";
        Files.writeString(work.resolve("sources.list"),
                "deb " + signedBy + uri() + " " + suite + " main\n", StandardCharsets.US_ASCII);
        apt("update");
        apt("download", name);
        try (var packages = Files.newDirectoryStream(work, "*.deb")) {
            for (Path file : packages) {
                return file;
            }
        }
        throw new IOException("apt-get fetched no package " + name);
    }

    /** The mirror that this machine's own main archive comes from. */
    private String uri() throws IOException {
        Command targets = Command.run(List.of("/usr/bin/apt-get", "indextargets", "--format",
                "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages"), work, PATIENCE);
        String codename = codename();
        for (String target : targets.output().lines().toList()) {
            String[] words = target.split(" ");
            if (words.length == 3 && words[2].equals("main") && List.of(codename, "stable").contains(words[1])) {
                return words[0];
            }
        }
        throw new IOException("apt knows no mirror of Debian (" + codename + " main)");
    }

    private static String codename() throws IOException {
        Path release = Path.of("/etc/os-release");
        if (Files.exists(release)) {
            var lines = Files.readAllLines(release);
            if (lines.contains("ID=debian")) {
                return lines.stream().filter(line -> line.startsWith("VERSION_CODENAME=")).findFirst()
                        .map(line -> line.substring("VERSION_CODENAME=".length())).orElse("stable");
            }
        }
        throw new IOException("this machine is no Debian");
    }

    private void apt(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("/usr/bin/apt-get", "-qq",
                "-oDir::Etc::sourcelist=" + work.resolve("sources.list"), "-oDir::Etc::sourceparts=/dev/null",
                "-oDir::State::lists=" + work.resolve("lists"), "-oDir::Cache=" + work.resolve("cache"),
                "-oAPT::Sandbox::User=", "-oAcquire::Languages=none", "-oAcquire::Retries=1",
                "-oAPT::Update::Error-Mode=any",
                "-oAcquire::http::Timeout=20", "-oAcquire::https::Timeout=20"));
        command.addAll(List.of(arguments));
        Command done = Command.run(command, work, PATIENCE);
        if (!done.succeeded()) {
            throw new IOException("apt-get " + arguments[0] + " failed: "
                    + done.output().lines().findFirst().orElse("no reason given"));
        }
    }
}
