@NullMarked
package org.gardefroid.hardware.sht4x;

import org.jspecify.annotations.NullMarked;
