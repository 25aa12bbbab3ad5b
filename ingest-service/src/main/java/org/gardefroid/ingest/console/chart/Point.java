package org.gardefroid.ingest.console.chart;

import java.time.Instant;

/** One temperature, in thousandths of a degree Celsius. */
record Point(Instant at, int milliCelsius) {}
