package org.gardefroid.hardware.port;

/** A machine's pins, by their BCM numbers, and its buses. Each pin is opened once. */
public interface Board extends AutoCloseable {

    /**
     * A bus whose transfers end, for any number of threads.
     *
     * @param number of {@code /dev/i2c-…}, 1 on the header's pins 3 and 5
     */
    I2cBus i2c(int number);

    /** @param chipSelect 0 or 1 of the first SPI bus, in mode 1 */
    SpiDevice spi(int chipSelect);

    /** An input with its pull-up on. */
    DigitalInput input(int bcm);

    /** An output that is low at start and when the program ends: a light goes dark, a relay falls. */
    DigitalOutput output(int bcm);

    /** @param channel of the hardware's PWM: 0 is BCM 18 or 12, 1 is BCM 19 or 13, as the overlay says */
    Pwm pwm(int channel);

    @Override
    void close();
}
