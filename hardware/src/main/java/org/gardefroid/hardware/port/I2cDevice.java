package org.gardefroid.hardware.port;

/** One address on an I²C bus. */
public interface I2cDevice {

    /**
     * One transfer: writes, if there is anything to write, then reads after a repeated start, if there is anything to read.
     *
     * @return as many bytes as were asked for
     */
    byte[] transfer(byte[] written, int read) throws BusException;

    default byte[] read(int register, int length) throws BusException {
        return transfer(new byte[]{(byte) register}, length);
    }

    default void write(int... bytes) throws BusException {
        byte[] written = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            written[i] = (byte) bytes[i];
        }
        transfer(written, 0);
    }
}
