/** A USB barcode scanner, which to the machine is a keyboard: read as an input device of Linux, whatever has the screen. */
@NullMarked
package org.gardefroid.hardware.scanner;

import org.jspecify.annotations.NullMarked;
