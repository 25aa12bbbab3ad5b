@NullMarked
package org.gardefroid.hardware.pi4j;

import org.jspecify.annotations.NullMarked;
