/**
 * MAX31865, which measures a platinum resistor, on SPI; Analog Devices, datasheet 19-6478 revision 3. With a Pt100 it reaches
 * the −80 °C of a freezer and the −78.5 °C of dry ice, where a DS18B20 ends at −55 °C.
 */
@NullMarked
package org.gardefroid.hardware.max31865;

import org.jspecify.annotations.NullMarked;
