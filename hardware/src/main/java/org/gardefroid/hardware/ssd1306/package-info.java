/** SSD1306, a display of 128 × 64 points on I²C; Solomon Systech, datasheet SSD1306. */
@NullMarked
package org.gardefroid.hardware.ssd1306;

import org.jspecify.annotations.NullMarked;
