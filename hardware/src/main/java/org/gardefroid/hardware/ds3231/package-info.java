/** DS3231, a clock with its own battery on I²C, ±2 ppm; Analog Devices, datasheet 19-5170 revision 10. */
@NullMarked
package org.gardefroid.hardware.ds3231;

import org.jspecify.annotations.NullMarked;
