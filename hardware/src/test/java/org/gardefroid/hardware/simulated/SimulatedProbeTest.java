package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.util.stream.IntStream;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.hardware.simulated.Simulated.START;
import static org.gardefroid.hardware.simulated.Simulated.scenario;

class SimulatedProbeTest {

    private static final ProbeId PRODUCT = new ProbeId("fridge-product");

    private final Scenario scenario = scenario("at 1h for 5m probe fridge-product disconnected");

    @Test
    void saysSixteenthsOfADegree() {
        SimulatedProbe probe = probe(PRODUCT, 7);

        assertThat(IntStream.range(0, 600).mapToObj(second -> (Temperature) probe.at(START.plusSeconds(second))))
                .allMatch(temperature -> Math
                        .abs(temperature.celsius() * 16 - Math.round(temperature.celsius() * 16)) < 0.02);
    }

    @Test
    void theSameSeedSaysTheSameInAnotherProcessAndAnotherSeedDoesNot() {
        assertThat(hour(probe(PRODUCT, 7))).isEqualTo(hour(probe(PRODUCT, 7))).isNotEqualTo(hour(probe(PRODUCT, 8)));
    }

    @Test
    void twoProbesOfOneSeedHaveTheirOwnNoise() {
        assertThat(hour(probe(PRODUCT, 7))).isNotEqualTo(hour(probe(new ProbeId("other"), 7)));
    }

    @Test
    void isNeverFarFromTheTruth() {
        SimulatedProbe probe = probe(PRODUCT, 7);

        assertThat(IntStream.range(0, 3_000).map(second -> {
            Temperature said = (Temperature) probe.at(START.plusSeconds(second));
            return Math.abs(said.milliCelsius() - probe.truth(START.plusSeconds(second)).milliCelsius());
        })).allMatch(off -> off < 200);
    }

    @Test
    void failsAsItsScenarioSaysAndThenMeasuresAgain() {
        SimulatedProbe probe = probe(PRODUCT, 7);

        assertThat(probe.at(START.plus(Duration.ofMinutes(59)))).isInstanceOf(Temperature.class);
        assertThat(probe.at(START.plus(Duration.ofMinutes(60)))).isEqualTo(ProbeFault.DISCONNECTED);
        assertThat(probe.at(START.plus(Duration.ofMinutes(65)))).isInstanceOf(Temperature.class);
        assertThat(probe(new ProbeId("other"), 7).at(START.plus(Duration.ofMinutes(60))))
                .isInstanceOf(Temperature.class);
    }

    private SimulatedProbe probe(ProbeId id, long seed) {
        return new SimulatedProbe(id, ProbePurpose.PRODUCT, new Refrigerator(scenario), scenario, seed, () -> START);
    }

    private static java.util.List<Object> hour(SimulatedProbe probe) {
        return IntStream.range(0, 3_600).mapToObj(second -> (Object) probe.at(START.plusSeconds(second))).toList();
    }
}
