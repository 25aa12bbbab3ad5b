/**
 * How long an opened vial may be used, by which product profile, and what is said of it: pure rules.
 *
 * <p>Nothing here reads a clock: time comes with an event or a tick.
 */
@NullMarked
package org.gardefroid.vaccines;

import org.jspecify.annotations.NullMarked;
