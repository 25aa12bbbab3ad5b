/**
 * What a driver offers, whatever chip or simulation is behind it: small ports, polled by one thread.
 *
 * <p>A port does not say what is too warm, and knows no time: whoever polls it knows when.
 */
@NullMarked
package org.gardefroid.hardware;

import org.jspecify.annotations.NullMarked;
