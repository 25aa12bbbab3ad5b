package org.gardefroid.hardware.port;

import java.io.IOException;
import java.util.List;

/**
 * The 1-Wire lines of a machine, as its kernel offers them.
 *
 * <p>Any call may hang for as long as the kernel's driver does; whoever calls gives up waiting, and does not call the same
 * device again before it has come back.
 */
public interface OneWire {

    /** What is there now: family in two hexadecimal digits, a dash, a serial number; in order. */
    List<String> devices() throws IOException;

    /** Has every thermometer on every line convert at once; without it, each converts when it is read. */
    void convertAll() throws IOException;

    /**
     * What the kernel's thermometer driver says of a device: its {@code w1_slave}, nine bytes and a verdict, or where there
     * is none its {@code temperature}, a number; empty where it had nothing to say.
     */
    String read(String device) throws IOException;
}
