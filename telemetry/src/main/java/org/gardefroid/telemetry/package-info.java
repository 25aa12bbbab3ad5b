/**
 * The words of the cold chain: readings, events, batches and the identities they carry.
 *
 * <p>Everything here is an immutable value. Nothing here reads a clock, a file or a socket; the encoding of these words
 * is {@link org.gardefroid.telemetry.wire}.
 */
@NullMarked
package org.gardefroid.telemetry;

import org.jspecify.annotations.NullMarked;
