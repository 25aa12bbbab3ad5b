package org.gardefroid.hardware.port;

/** Two wires with many addresses. */
public interface I2cBus {

    /** @param address 7 bits, 0x08 to 0x77 */
    I2cDevice device(int address);

    /** Frees the wires from a chip that holds them, after a transfer that did not end; what was open stays usable. */
    void reset() throws BusException;
}
