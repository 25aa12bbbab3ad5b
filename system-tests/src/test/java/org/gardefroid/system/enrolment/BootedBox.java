package org.gardefroid.system.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Debian folder in which systemd itself runs, as process 1 of namespaces of its own. Closing it is a power cut. */
final class BootedBox implements AutoCloseable {

    private static final String SYSTEMD = "/usr/lib/systemd/systemd";

    /** $1 is the folder, $2 a cgroup of ours. What systemd must find mounted, and nothing of this machine's. */
    private static final String BOOT = """
            mkdir -p "$2"; echo $$ > "$2/cgroup.procs"
            exec unshare --pid --fork --mount --uts --ipc --net --cgroup --kill-child sh -ec '
              mount --make-rprivate /
              mount --bind "$1" "$1"; cd "$1"
              mount -t proc proc proc; mount -t sysfs sysfs sys; mount -t cgroup2 cgroup2 sys/fs/cgroup
              mount -t tmpfs tmpfs run; mount -t tmpfs tmpfs dev; mkdir dev/pts dev/shm
              for device in null zero full random urandom tty; do
                touch dev/$device; mount --bind /dev/$device dev/$device
              done
              pivot_root . mnt
              exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin %s systemd.unit=multi-user.target
            ' sh "$1"
            """.formatted(SYSTEMD);

    private final Process process;

    private BootedBox(Process process) {
        this.process = process;
    }

    /** Where this machine has cgroups of the kind that systemd wants; empty where it has none. */
    static Optional<Path> cgroups() throws IOException {
        return Files.readAllLines(Path.of("/proc/mounts")).stream().map(line -> line.split(" ", -1))
                .filter(mount -> mount[2].equals("cgroup2")).map(mount -> Path.of(mount[1])).findFirst();
    }

    static BootedBox boot(DebianFolder debian, Path cgroups, Path log) throws IOException {
        return new BootedBox(new ProcessBuilder("sh", "-c", BOOT, "sh", debian.root().toRealPath().toString(),
                cgroups.resolve("gardefroid-box").toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
    }

    /** What it answers, inside; empty where it answers nothing, or is not up yet. */
    String ask(String... command) throws IOException, InterruptedException {
        Optional<ProcessHandle> systemd = systemd();
        if (systemd.isEmpty()) {
            return "";
        }
        List<String> all = new ArrayList<>(List.of("nsenter", "-t", String.valueOf(systemd.get().pid()), "-a", "env",
                "-i", "PATH=/usr/sbin:/usr/bin", "LC_ALL=C.UTF-8"));
        all.addAll(List.of(command));
        Process asking = new ProcessBuilder(all).directory(Path.of("/").toFile()).redirectErrorStream(true).start();
        String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor();
        return answer.strip();
    }

    private Optional<ProcessHandle> systemd() {
        return process.descendants().filter(each -> each.info().command().filter(SYSTEMD::equals).isPresent())
                .findFirst();
    }

    /** All at once, and nobody says goodbye. */
    @Override
    public void close() {
        systemd().ifPresent(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
