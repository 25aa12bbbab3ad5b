@NullMarked
package org.gardefroid.hardware.ina219;

import org.jspecify.annotations.NullMarked;
