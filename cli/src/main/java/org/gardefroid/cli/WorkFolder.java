package org.gardefroid.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.gardefroid.testbed.site.FreshFolder;
import org.jspecify.annotations.Nullable;

import static org.gardefroid.cli.Words.say;

/**
 * The folder that a command works in: emptied at its start, so it has to be its own, and no other command's at the same time. A
 * file beside it, {@code <folder>.lock}, says both.
 */
public final class WorkFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel file;

    private WorkFolder(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Takes the folder and empties it, but for its certificates.
     *
     * @throws Refused if there is something in it that no command of ours made, or another command is at work in it
     */
    public static WorkFolder take(Path folder) {
        Path own = folder.toAbsolutePath().normalize();
        Path beside = own.resolveSibling(own.getFileName() + ".lock");
        try {
            if (!Files.exists(beside) && holdsSomething(own)) {
                throw new Refused(say("folder.not-ours", own));
            }
            Files.createDirectories(own.getParent() == null ? own : own.getParent());
            FileChannel file = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(file) == null) {
                file.close();
                throw new Refused(say("folder.in-use", own));
            }
            return new WorkFolder(FreshFolder.of(own), file);
        } catch (IOException e) {
            if (Gardefroid.diskFull(e).isPresent()) {
                throw new UncheckedIOException(own.toString(), e);
            }
            throw new Refused(say("folder.cannot", own, e.getClass().getSimpleName()));
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another command in this JVM
        }
    }

    private static boolean holdsSomething(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }
}
