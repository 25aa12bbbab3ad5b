package org.gardefroid.testbed.process;

import java.nio.file.Path;
import java.util.List;

/** A program did not do what was waited for; says what it printed last, since that is where the reason stands. */
public final class ProcessFailure extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ProcessFailure(String what, List<String> lastLines, Path log) {
        super(what + "; the last it said (all of it in " + log + "):\n  " + String.join("\n  ", lastLines));
    }
}
