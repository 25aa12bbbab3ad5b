package org.gardefroid.edge.replay;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.series.Series;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayClockTest {

    @Test
    void aReplayIsAClockAndAProbeThatBelongTogether() throws IOException {
        ReplayClock clock = new ReplayClock(Series.of(
                List.of("t,v", "2026-03-02T10:00Z,1", "2026-03-02T10:10Z,2"), "t", "v", Optional.empty()), "logger");
        TemperatureProbe probe = clock.probe();

        Moment first = clock.next().orElseThrow();
        assertThat(probe.read()).isEqualTo(Temperature.ofCelsius(1));
        assertThat(clock.next().orElseThrow().monotonicMillis() - first.monotonicMillis()).isEqualTo(600_000);
        assertThat(probe.read()).isEqualTo(Temperature.ofCelsius(2));
        assertThat(clock.next()).isEmpty();
    }
}
