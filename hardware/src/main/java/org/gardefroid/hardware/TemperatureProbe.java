package org.gardefroid.hardware;

import java.time.Duration;
import java.util.OptionalInt;
import org.gardefroid.telemetry.Measurement;

/** A sensing tip that can be asked. */
public interface TemperatureProbe {

    /** The longest that {@link #read} may take: a DS18B20 converts in 750 ms. What takes longer is a fault. */
    Duration LONGEST_READ = Duration.ofSeconds(1);

    /**
     * What the probe says now. Never throws for what a probe or its bus can do wrong, and never takes longer than
     * {@link #LONGEST_READ}: either is a {@link org.gardefroid.telemetry.ProbeFault}.
     */
    Measurement read();

    /** Relative humidity at the last {@link #read}, 0 to 100 %; empty where the chip tells none, or that was a fault. */
    default OptionalInt humidityPercent() {
        return OptionalInt.empty();
    }
}
