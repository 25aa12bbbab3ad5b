@NullMarked
package org.gardefroid.hardware.signal;

import org.jspecify.annotations.NullMarked;
