package org.gardefroid.testbed.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/** A mail server running in a process of its own, and what it has received. */
public final class MailPeer implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private ChildProcess process;

    private MailPeer(Path folder, int port, Object... options) {
        this.folder = folder;
        this.port = port;
        this.process = launch(options);
    }

    /**
     * Starts one on a free port.
     *
     * @param options of {@link MailProgram}, such as {@code "--refuse-first", 2}
     */
    public static MailPeer start(Path folder, Object... options) {
        return new MailPeer(folder, Ports.free(), options);
    }

    public static MailPeer startOn(int port, Path folder, Object... options) {
        return new MailPeer(folder, port, options);
    }

    public int port() {
        return port;
    }

    /** Everything it accepted so far, in that order, over all its starts. */
    public List<ReceivedMail> received() {
        try {
            return MailLines.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mails in " + folder, e);
        }
    }

    public ChildProcess process() {
        return process;
    }

    public void kill9() {
        process.kill9();
    }

    public void stop() {
        process.stop();
    }

    /** Starts it again on the same port and folder, with these options in place of the former. */
    public void restart(Object... options) {
        process.stop();
        process = launch(options);
    }

    @Override
    public void close() {
        stop();
    }

    private ChildProcess launch(Object... options) {
        JavaProgram program = JavaProgram.of("testbed", MailPeer.class.getPackageName() + ".MailProgram")
                .jvm(JavaProgram.QUICK_START)
                .with("--folder", folder, "--port", port).with(options);
        return ChildProcess.start(program, folder.resolve("mail.log")).ready("mail ready", READY_WITHIN);
    }
}
