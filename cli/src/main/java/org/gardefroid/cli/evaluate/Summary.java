package org.gardefroid.cli.evaluate;

import java.time.Duration;

/** What the file holds as a whole; means are taken over readings. */
record Summary(int readings, Duration unobserved, double minCelsius, double maxCelsius, double meanCelsius,
        double mktCelsius) {}
