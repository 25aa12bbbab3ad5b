/** SHT40, SHT41, SHT43 and SHT45, digital thermometers and hygrometers on I²C; Sensirion, datasheet SHT4x. */
@NullMarked
package org.gardefroid.hardware.sht4x;

import org.jspecify.annotations.NullMarked;
