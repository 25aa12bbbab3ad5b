@NullMarked
package org.gardefroid.hardware.port;

import org.jspecify.annotations.NullMarked;
