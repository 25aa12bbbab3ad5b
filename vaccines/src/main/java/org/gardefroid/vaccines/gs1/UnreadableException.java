package org.gardefroid.vaccines.gs1;

import java.util.List;

/** Carries what is wrong with a scan from where it was found to where it becomes a value; never leaves this package. */
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Unreadable what;

    UnreadableException(Unreadable.Fault fault, String... values) {
        super(fault.toString(), null, false, false);
        this.what = new Unreadable(fault, List.of(values));
    }

    Unreadable what() {
        return what;
    }
}
