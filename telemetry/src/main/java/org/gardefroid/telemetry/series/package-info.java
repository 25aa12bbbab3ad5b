/** Files of other loggers: readings in lines of text. */
@NullMarked
package org.gardefroid.telemetry.series;

import org.jspecify.annotations.NullMarked;
