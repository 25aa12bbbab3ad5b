package org.gardefroid.edge.sampling;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.edge.sampling.Watch.Zone;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;

/** One probe's samples, and which of them become records. */
final class WatchedProbe {

    private static final int HUMIDITY_STEP = 5;
    private static final Duration HUMIDITY_EVERY = Duration.ofMinutes(10);

    private final ProbeId id;
    private final TemperatureProbe tip;
    private Watch watch;
    private long dueMillis = Long.MIN_VALUE;
    private long recordedMillis;
    private Zone recorded = Zone.WITHIN;
    private Zone shown = Zone.WITHIN;
    private Measurement said = ProbeFault.DISCONNECTED;
    private Optional<Temperature> last = Optional.empty();
    private long lastMillis;
    private OptionalInt humidity = OptionalInt.empty();
    private long humidityMillis;

    WatchedProbe(ProbeId id, TemperatureProbe tip, Watch watch) {
        this.id = id;
        this.tip = tip;
        this.watch = watch;
    }

    /** From the next sample on. */
    void watch(Watch changed) {
        if (!changed.equals(watch)) {
            watch = changed;
            dueMillis = Long.MIN_VALUE;
        }
    }

    Optional<Sampled> sample(long monotonicMillis) {
        Measurement measurement = tip.read();
        said = measurement;
        shown = watch.zone(measurement, shown);
        if (measurement instanceof Temperature temperature) {
            last = Optional.of(temperature);
            lastMillis = monotonicMillis;
        }
        Zone zone = watch.zone(measurement);
        boolean due = monotonicMillis >= dueMillis;
        boolean crossed = watch.tells(recorded, zone)
                && monotonicMillis - recordedMillis >= Watch.SHORTEST_BETWEEN_CROSSINGS.toMillis();
        if (!due && !crossed) {
            return Optional.empty();
        }
        if (due) {
            dueMillis = nextDue(monotonicMillis);
        }
        boolean urgent = watch.endangers(zone) || watch.endangers(recorded);
        recorded = zone;
        recordedMillis = monotonicMillis;
        return Optional.of(new Sampled(new Measured(id, measurement), urgent));
    }

    /** Of the last sample. It changes with each opening of the lid: told is what has changed by more, and not too often. */
    Optional<Sampled> humidity(long monotonicMillis) {
        OptionalInt now = tip.humidityPercent();
        boolean isNews = now.isPresent() && (humidity.isEmpty()
                || Math.abs(now.getAsInt() - humidity.getAsInt()) >= HUMIDITY_STEP
                        && monotonicMillis - humidityMillis >= HUMIDITY_EVERY.toMillis());
        if (!isNews) {
            return Optional.empty();
        }
        humidity = now;
        humidityMillis = monotonicMillis;
        return Optional.of(new Sampled(new Event.HumidityRead(id, now.getAsInt()), false));
    }

    /** What it said last. */
    Seen.Tip seen() {
        return new Seen.Tip(watch.purpose(), watch.lowest(), watch.highest(), said, last, lastMillis, shown,
                tip.humidityPercent());
    }

    /** Kept to its rhythm: a sample that comes late does not move all later ones. */
    private long nextDue(long monotonicMillis) {
        long every = watch.every().toMillis();
        if (every == 0) {
            return monotonicMillis;
        }
        return dueMillis == Long.MIN_VALUE
                ? monotonicMillis + every
                : dueMillis + every * ((monotonicMillis - dueMillis) / every + 1);
    }
}
