package org.gardefroid.hardware.port;

/** One chip on an SPI bus. SPI acknowledges nothing: a chip that is not there reads as all zeros or all ones. */
public interface SpiDevice {

    /** One transfer under one chip select: as many bytes come back as are sent, at the same time. */
    byte[] transfer(byte... sent) throws BusException;
}
