/** INA219, which measures a supply's voltage and current on I²C; Texas Instruments, datasheet SBOS448G. */
@NullMarked
package org.gardefroid.hardware.ina219;

import org.jspecify.annotations.NullMarked;
