/** SSD1306, a display of 128 × 64 points on I²C; Solomon Systech, datasheet revision 1.5. */
@NullMarked
package org.gardefroid.hardware.ssd1306;

import org.jspecify.annotations.NullMarked;
