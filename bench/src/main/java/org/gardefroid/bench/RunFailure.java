package org.gardefroid.bench;

/** A run that does not count: a batch without its receipt, a broken connection. */
final class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFailure(String what) {
        super(what);
    }
}
