@NullMarked
package org.gardefroid.hardware.ds3231;

import org.jspecify.annotations.NullMarked;
