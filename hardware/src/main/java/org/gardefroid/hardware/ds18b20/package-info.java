/**
 * DS18B20, a digital thermometer on a 1-Wire line; Analog Devices, datasheet 19-7487 revision 6.
 *
 * <p>Its kin with the same scratchpad are read too: DS1822 (family 22), DS1825 (3b), DS28EA00 (42).
 */
@NullMarked
package org.gardefroid.hardware.ds18b20;

import org.jspecify.annotations.NullMarked;
