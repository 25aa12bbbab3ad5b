package org.gardefroid.ingest.console.chart;

import java.time.Duration;
import java.time.Instant;

/** From then to then. */
public record Stretch(Instant from, Instant to) {

    public Duration length() {
        return Duration.between(from, to);
    }
}
