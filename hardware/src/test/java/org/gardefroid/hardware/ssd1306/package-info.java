@NullMarked
package org.gardefroid.hardware.ssd1306;

import org.jspecify.annotations.NullMarked;
