package org.gardefroid.edge.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gardefroid.testbed.process.ProjectFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** A folder in which the agent is installed: each part of a version tells which version it is of. The current can be cut. */
record InstalledFolder(Path root) {

    /** Where each part says its version. */
    static final List<String> PARTS = List.of("usr/lib/gardefroid-agent/lib/version",
            "usr/libexec/gardefroid-agent/version", "usr/lib/systemd/system/gardefroid-agent.service",
            "usr/lib/systemd/system/gardefroid-access-point.service",
            "usr/lib/sysusers.d/gardefroid-agent.conf", "usr/lib/udev/rules.d/60-gardefroid-agent.rules",
            "etc/gardefroid-agent/agent.properties");

    private static final String LIB = "usr/lib/gardefroid-agent/lib/";

    private static final String SYSTEMD = """
            #!/bin/sh
            echo "$*" >> "$GARDEFROID_ROOT/told"
            case "$1" in
              is-active) [ -e "$GARDEFROID_ROOT/usr/lib/gardefroid-agent/lib/comes-up" ] ;;
              is-system-running) cat "$GARDEFROID_ROOT/system" 2>/dev/null || { echo degraded; exit 1; } ;;
              show) wc -l < "$GARDEFROID_ROOT/usr/lib/gardefroid-agent/lib/restarts" ;;
            esac
            """;

    /** Stands before a command that changes the card, or waits: at its turn the current is cut, and the script is gone. */
    private static final String CUT = """
            #!/bin/sh
            read step < "$GARDEFROID_ROOT/steps"; step=$((step + 1)); echo $step > "$GARDEFROID_ROOT/steps"
            if [ $step -ge "$GARDEFROID_CUT_AT" ]; then kill -9 $PPID; exit 1; fi
            exec "/usr/bin/${0##*/}" "$@"
            """;

    /**
     * In place of {@code sleep}, since the script counts its waits itself, and of {@code sync}, which is the whole machine's: what a
     * cut loses of what was not synced is not tried here.
     */
    private static final String NOTHING = "#!/bin/sh\n";

    /** Puts a version's files there, as dpkg does; nothing else on the card changes. */
    void version(String version, boolean comesUp) throws IOException {
        for (String part : PARTS) {
            Path file = root.resolve(part);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, version);
        }
        Files.copy(ProjectFolder.module("edge-agent").resolve("src/deb/commands/update"), script(),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(root.resolve(LIB + "restarts"), "");
        Files.deleteIfExists(root.resolve(LIB + "comes-up"));
        if (comesUp) {
            Files.writeString(root.resolve(LIB + "comes-up"), "");
        }
    }

    List<String> versions() throws IOException {
        List<String> found = new ArrayList<>();
        for (String part : PARTS) {
            found.add(Files.readString(root.resolve(part)));
        }
        return found;
    }

    /** Whether the next boot would go on with the decision. */
    boolean isWatchedAtBoot() {
        Path units = root.resolve("etc/systemd/system");
        return Files.exists(units.resolve("multi-user.target.wants/gardefroid-agent-update.service"))
                && Files.exists(units.resolve("gardefroid-agent-update.service"));
    }

    List<String> systemdWasTold() throws IOException {
        return Files.readAllLines(root.resolve("told"));
    }

    /** What systemd says of the whole machine from now on, instead of {@code degraded}. */
    void isSystem(String state) throws IOException {
        Files.writeString(root.resolve("system"), state + "\n");
    }

    int update(String what) throws IOException, InterruptedException {
        return run(what, Map.of());
    }

    /** Cuts the current before the {@code at}-th {@code step} (whatever changes the card), or the {@code at}-th {@code sleep}. */
    int updateUntil(String command, int at, String what) throws IOException, InterruptedException {
        Path cuts = Files.createDirectories(root.resolve("cut-" + command));
        for (String each : command.equals("step") ? List.of("cp", "mv", "rm", "ln", "mkdir") : List.of(command)) {
            executable(cuts.resolve(each), CUT);
        }
        Files.writeString(root.resolve("steps"), "0\n");
        return run(what, Map.of("PATH", cuts + ":" + path(), "GARDEFROID_CUT_AT", String.valueOf(at)));
    }

    private int run(String what, Map<String, String> besides) throws IOException, InterruptedException {
        Path former = root.resolve("var/lib/gardefroid-agent-former/update");
        Path script = what.equals("keep") || !Files.exists(former) ? script() : former;
        Path systemctl = executable(root.resolve("systemctl"), SYSTEMD);
        ProcessBuilder run = new ProcessBuilder("sh", script.toString(), what).redirectErrorStream(true);
        run.environment().putAll(Map.of("GARDEFROID_ROOT", root.toString(), "SYSTEMCTL", systemctl.toString(),
                "GARDEFROID_PATIENCE", "1", "GARDEFROID_STEADY", "1", "GARDEFROID_PAUSE", "1", "PATH", path()));
        run.environment().putAll(besides);
        Process process = run.start();
        System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return process.waitFor();
    }

    private String path() throws IOException {
        Path quick = Files.createDirectories(root.resolve("quick"));
        executable(quick.resolve("sync"), NOTHING);
        executable(quick.resolve("sleep"), NOTHING);
        return quick + ":" + System.getenv("PATH");
    }

    private Path script() {
        return root.resolve("usr/libexec/gardefroid-agent/update");
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
