/** The program at the centre: receives what the devices send, stores it once, judges it, tells people and shows it. */
@NullMarked
package org.gardefroid.ingest;

import org.jspecify.annotations.NullMarked;
