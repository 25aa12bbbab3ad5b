/** The ports, by Pi4J 3. Nothing else in the house knows Pi4J: another version of it, or another library, is this package again. */
@NullMarked
package org.gardefroid.hardware.pi4j;

import org.jspecify.annotations.NullMarked;
