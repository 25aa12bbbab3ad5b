package org.gardefroid.system.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A Debian 13 folder with our package in it, as CONTRIBUTING.md says that it is made: {@code GARDEFROID_DEBIAN}. */
record DebianFolder(Path root) {

    static final String UNIT = "usr/lib/systemd/system/gardefroid-agent.service";
    static final String LAUNCHER = "usr/lib/gardefroid-agent/gardefroid-agent";
    static final String STATE = "var/lib/gardefroid-agent-former/state";

    static DebianFolder ofTheEnvironment() {
        return new DebianFolder(Path.of(Objects.requireNonNullElse(System.getenv("GARDEFROID_DEBIAN"), "/nowhere")));
    }

    /** The package as it was built. */
    void install() throws IOException, InterruptedException {
        assertThat(in("dpkg", "--force-confold", "-i", "/tmp/agent.deb")).isZero();
    }

    /**
     * The package once more, as another version with another unit, another launcher and a library of its version.
     *
     * @return where it is, inside
     */
    String another(String version, String launcher) throws IOException, InterruptedException {
        assertThat(in("sh", "-ec", """
                rm -rf /root/next; dpkg-deb -R /tmp/agent.deb /root/next; cd /root/next
                sed -i 's/^Version: .*/Version: %1$s/' DEBIAN/control
                echo '# of %1$s' >> %2$s
                mv usr/lib/gardefroid-agent/lib/edge-agent-*.jar usr/lib/gardefroid-agent/lib/edge-agent-%1$s.jar
                """.formatted(version, UNIT))).isZero();
        Files.writeString(path("root/next").resolve(LAUNCHER), launcher);
        assertThat(in("dpkg-deb", "-Zgzip", "-z1", "-b", "/root/next", "/root/next.deb")).isZero();
        return "/root/next.deb";
    }

    /** As it was, with the package as it was built. */
    void clear() throws IOException, InterruptedException {
        in("sh", "-c", "rm -rf /root/next /root/next.deb /var/lib/gardefroid-agent-former"
                + " /etc/systemd/system/gardefroid-agent-update.service /etc/systemd/system/*/gardefroid-agent-update.service");
        install();
    }

    Path path(String inside) {
        return root.resolve(inside);
    }

    String text(String inside) throws IOException {
        return Files.readString(path(inside));
    }

    List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(path("usr/lib/gardefroid-agent/lib"))) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    /** Runs it inside, and gives its exit code. */
    int in(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("chroot", root.toRealPath().toString()));
        all.addAll(List.of(command));
        ProcessBuilder process = new ProcessBuilder(all).redirectErrorStream(true);
        process.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin");
        Process run = process.start();
        System.out.print(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return run.waitFor();
    }
}
