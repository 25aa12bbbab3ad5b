package org.gardefroid.edge.sampling;

import java.time.Duration;
import org.gardefroid.edge.sampling.Watch.Zone;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchTest {

    private static final Watch WATCH = new Watch(ProbePurpose.PRODUCT, Duration.ofMinutes(1), new Temperature(2_000),
            new Temperature(8_000));

    private static Zone after(Zone before, int milliCelsius) {
        return WATCH.zone(new Temperature(milliCelsius), before);
    }

    @Test
    void whatWaversAtALimitIsShownOnOneSideUntilItIsBackByAThirdOfADegree() {
        assertThat(after(Zone.WITHIN, 8_000)).isEqualTo(Zone.WITHIN);
        assertThat(after(Zone.WITHIN, 8_001)).isEqualTo(Zone.ABOVE);
        assertThat(after(Zone.ABOVE, 7_701)).isEqualTo(Zone.ABOVE);
        assertThat(after(Zone.ABOVE, 7_700)).isEqualTo(Zone.WITHIN);
        assertThat(after(Zone.WITHIN, 1_999)).isEqualTo(Zone.BELOW);
        assertThat(after(Zone.BELOW, 2_299)).isEqualTo(Zone.BELOW);
        assertThat(after(Zone.BELOW, 2_300)).isEqualTo(Zone.WITHIN);
    }

    @Test
    void fromOneSideToTheOtherItIsShownThereAtOnceAndAFaultChangesNothing() {
        assertThat(after(Zone.ABOVE, -500)).isEqualTo(Zone.BELOW);
        assertThat(after(Zone.BELOW, 9_000)).isEqualTo(Zone.ABOVE);
        assertThat(WATCH.zone(ProbeFault.DISCONNECTED, Zone.ABOVE)).isEqualTo(Zone.ABOVE);
    }
}
