/**
 * Wire version 1: the bytes between a device and the service, as WIRE.md tells them.
 *
 * <p>Decoding never throws: malformed input is a value, {@link org.gardefroid.telemetry.wire.Decoded.Refused}, with its
 * reason. All classes here are stateless and safe for use by many threads.
 */
@NullMarked
package org.gardefroid.telemetry.wire;

import org.jspecify.annotations.NullMarked;
