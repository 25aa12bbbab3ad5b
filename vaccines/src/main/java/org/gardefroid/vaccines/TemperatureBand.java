package org.gardefroid.vaccines;

import org.gardefroid.telemetry.RefusedValue;
import org.gardefroid.telemetry.Temperature;

/** From one temperature to another, both included. */
public record TemperatureBand(Temperature lowest, Temperature highest) {

    public TemperatureBand {
        if (highest.isBelow(lowest)) {
            throw new RefusedValue("une plage va du froid au chaud : " + lowest.celsius() + " °C à " + highest.celsius()
                    + " °C",
                    "a band must go from low to high: " + lowest.celsius() + " °C to "
                            + highest.celsius() + " °C");
        }
    }

    public boolean contains(Temperature temperature) {
        return !temperature.isBelow(lowest) && !temperature.isAbove(highest);
    }
}
