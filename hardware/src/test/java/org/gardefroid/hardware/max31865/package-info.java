@NullMarked
package org.gardefroid.hardware.max31865;

import org.jspecify.annotations.NullMarked;
