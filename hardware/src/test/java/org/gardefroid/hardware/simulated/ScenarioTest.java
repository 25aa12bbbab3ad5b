package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.gardefroid.hardware.PushButton;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.hardware.simulated.Simulated.START;
import static org.gardefroid.hardware.simulated.Simulated.scenario;

class ScenarioTest {

    private Instant now = START;
    private final InstantSource clock = () -> now;

    @Test
    void aDoorIsOpenFromTheFirstInstantAndClosedAtTheLast() {
        Scenario scenario = scenario("at 2h10m for 4m door open # somebody forgot it");

        assertThat(scenario.isDoorOpen(START.plus(Duration.parse("PT2H9M59.999S")))).isFalse();
        assertThat(scenario.isDoorOpen(START.plus(Duration.parse("PT2H10M")))).isTrue();
        assertThat(scenario.isDoorOpen(START.plus(Duration.parse("PT2H13M59.999S")))).isTrue();
        assertThat(scenario.isDoorOpen(START.plus(Duration.parse("PT2H14M")))).isFalse();
    }

    @Test
    void aButtonPressedTwiceBetweenTwoQuestionsWasPressedTwice() {
        PushButton button = new SimulatedSwitches(scenario("at 10s button pressed", "at 12s button pressed"), clock)
                .button();

        assertThat(button.pressesSinceLastAsked()).isZero();
        now = START.plusSeconds(20);
        assertThat(button.pressesSinceLastAsked()).isEqualTo(2);
        assertThat(button.pressesSinceLastAsked()).isZero();
    }

    @Test
    void aVialIsReadOnce() {
        VialReader reader = new SimulatedSwitches(scenario("at 11h5m vial v-17 priorix reconstituted"), clock).reader();

        now = START.plus(Duration.parse("PT11H5M"));
        assertThat(reader.handledSinceLastAsked()).containsExactly(
                new VialHandled(new VialId("v-17"), new ProductId("priorix"), VialStep.RECONSTITUTED));
        assertThat(reader.handledSinceLastAsked()).isEmpty();
    }

    @Test
    void theMainsAndTheVialsFollowTheScript() {
        SimulatedSwitches switches = new SimulatedSwitches(
                scenario("at 1m for 1m power off", "at 3m for 1m tipped"), clock);

        assertThat(switches.power().isOnMains()).isTrue();
        now = START.plusSeconds(60);
        assertThat(switches.power().isOnMains()).isFalse();
        now = START.plusSeconds(180);
        assertThat(switches.power().isOnMains()).isTrue();
        assertThat(switches.orientation().isUpright()).isFalse();
    }

    @Test
    void everyLineThatSaysNothingIsToldAtOnce() {
        ScenarioScript script = ScenarioScript
                .parse(List.of("at 1h for 2m door open", "door open", "at soon for 2m tipped",
                        "at 1h for 2m probe p exploded", "at 1h button", ""));

        assertThat(script.steps()).hasSize(1);
        assertThat(script.problems()).hasSize(4).first().asString().startsWith("line 2: a step is: at <time>");
    }
}
