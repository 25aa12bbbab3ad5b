package org.gardefroid.alerting.evaluation;

import java.time.Duration;

/** What the file holds as a whole; means are taken over readings. */
public record Summary(int readings, Duration unobserved, double minCelsius, double maxCelsius, double meanCelsius,
        double mktCelsius) {}
