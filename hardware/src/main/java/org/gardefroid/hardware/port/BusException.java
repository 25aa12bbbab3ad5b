package org.gardefroid.hardware.port;

import java.io.IOException;
import org.gardefroid.telemetry.ProbeFault;

/** A transfer that did not take place, and the fault that this is of the chip at the other end. */
public final class BusException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProbeFault fault;

    private BusException(ProbeFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** Nobody acknowledged the address. */
    public static BusException notAnswering(String what) {
        return new BusException(ProbeFault.DISCONNECTED, what + " does not answer");
    }

    /** The transfer did not end in time. */
    public static BusException locked(String what) {
        return new BusException(ProbeFault.BUS_LOCKED, what + " did not come free in time");
    }

    public ProbeFault fault() {
        return fault;
    }
}
