package org.gardefroid.edge.sampling;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;

/**
 * What a certificate, or the ice point, says of a probe.
 *
 * @param offsetMilliCelsius what it reads too much, ±5,000; taken off each reading before anything is judged or recorded
 * @param uncertaintyMilliCelsius of the corrected reading, expanded (k = 2), 0 to 5,000
 * @param until the last day on which it holds
 */
public record Calibration(
        int offsetMilliCelsius, int uncertaintyMilliCelsius, LocalDate until, String certificate) {

    public boolean isDue(LocalDate today) {
        return today.isAfter(until);
    }

    /** For the record, at the beginning of each journal. */
    public Event.ProbeCalibrated told(ProbeId probe) {
        return new Event.ProbeCalibrated(probe, offsetMilliCelsius, uncertaintyMilliCelsius, until, certificate);
    }

    /** The probe, corrected. A fault stays the fault that it is. */
    public TemperatureProbe correct(TemperatureProbe tip) {
        return new TemperatureProbe() {
            @Override
            public Measurement read() {
                return corrected(tip.read());
            }

            @Override
            public OptionalInt humidityPercent() {
                return tip.humidityPercent();
            }
        };
    }

    private Measurement corrected(Measurement read) {
        return switch (read) {
            case ProbeFault fault -> fault;
            case Temperature temperature -> {
                int milliCelsius = temperature.milliCelsius() - offsetMilliCelsius;
                yield Temperature.isInRange(milliCelsius) ? new Temperature(milliCelsius) : ProbeFault.OUT_OF_RANGE;
            }
        };
    }
}
