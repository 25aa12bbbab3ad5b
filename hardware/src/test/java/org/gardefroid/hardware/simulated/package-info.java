@NullMarked
package org.gardefroid.hardware.simulated;

import org.jspecify.annotations.NullMarked;
