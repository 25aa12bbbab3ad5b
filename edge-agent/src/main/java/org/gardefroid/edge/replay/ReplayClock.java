package org.gardefroid.edge.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.edge.clock.AgentClock;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.series.Series;

/** Shows one time of the series after the other, as fast as it is asked, and has a probe that says what was read then. */
public final class ReplayClock implements AgentClock {

    private final Series series;
    private final BootId boot;
    private int next;

    /** @param name makes the boot this replay's own */
    public ReplayClock(Series series, String name) {
        this.series = series;
        this.boot = new BootId("replay-" + name);
    }

    @Override
    public Optional<Moment> next() {
        if (next == series.points().size()) {
            return Optional.empty();
        }
        Instant first = series.points().getFirst().at();
        Instant at = series.points().get(next++).at();
        return Optional.of(Moment.of(boot, Duration.between(first, at).toMillis(), true, at));
    }

    public TemperatureProbe probe() {
        return this::measured;
    }

    private Measurement measured() {
        return next == 0 ? ProbeFault.PROTOCOL : series.points().get(next - 1).temperature();
    }
}
