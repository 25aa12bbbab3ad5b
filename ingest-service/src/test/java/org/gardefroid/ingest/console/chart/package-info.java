@NullMarked
package org.gardefroid.ingest.console.chart;

import org.jspecify.annotations.NullMarked;
