/** A day of temperatures as a drawing: pure, from readings to the paths of an SVG. */
@NullMarked
package org.gardefroid.ingest.console.chart;

import org.jspecify.annotations.NullMarked;
