/** LIS3DH, an accelerometer on I²C: upright, tilted, struck; STMicroelectronics, datasheet DocID17530 and note AN3308. */
@NullMarked
package org.gardefroid.hardware.lis3dh;

import org.jspecify.annotations.NullMarked;
