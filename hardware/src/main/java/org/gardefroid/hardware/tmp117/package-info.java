/** TMP117, a thermometer of ±0.1 °C from −20 to 50 °C on I²C; Texas Instruments, datasheet SNOSD82D. The reference. */
@NullMarked
package org.gardefroid.hardware.tmp117;

import org.jspecify.annotations.NullMarked;
