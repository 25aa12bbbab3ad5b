package org.gardefroid.edge.journal;

import java.nio.file.Path;

/** The journal's file cannot be read or written. The agent ends, and its next start looks at the file again. */
public final class CardFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CardFailedException(Path file, String what, Throwable cause) {
        super(what + " " + file + ": " + cause.getMessage(), cause);
    }
}
