package org.gardefroid.edge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds the agent's folder for one agent alone; the system lets go of it whichever way the agent ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel file;

    FolderLock(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.file = FileChannel.open(folder.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            throw new IOException("another agent works in " + folder + ": stop it first");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
