package org.gardefroid.edge.uplink;

import java.io.IOException;

/** Somebody on the way to the broker answered, and the answer was no; the message says who, what, and what to do. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
