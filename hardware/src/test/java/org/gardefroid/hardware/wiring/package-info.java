/** Draws the wiring of the two builds from the text beside their instructions. */
@NullMarked
package org.gardefroid.hardware.wiring;

import org.jspecify.annotations.NullMarked;
