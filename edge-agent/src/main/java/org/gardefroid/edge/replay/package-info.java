/** A file of readings as a probe and a clock: what a logger wrote is measured again, by the same agent. */
@NullMarked
package org.gardefroid.edge.replay;

import org.jspecify.annotations.NullMarked;
