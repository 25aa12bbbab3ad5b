/**
 * The wires below the drivers: what a chip is talked to through. A driver knows these and its datasheet, and nothing of who
 * moves the electrons; tests put a list of bytes here.
 */
@NullMarked
package org.gardefroid.hardware.port;

import org.jspecify.annotations.NullMarked;
