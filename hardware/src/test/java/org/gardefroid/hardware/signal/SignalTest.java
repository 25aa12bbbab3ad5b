package org.gardefroid.hardware.signal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gardefroid.hardware.Buzzer.Beep;
import org.gardefroid.hardware.StatusLight.Colour;
import org.gardefroid.hardware.port.Pin;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SignalTest {

    private static final Beep SHORT = new Beep(1, 1);
    private static final Beep LONG = new Beep(5_000, 0);

    private final List<Integer> tones = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @CsvSource({"GREEN, false, true", "AMBER, true, true", "RED, true, false"})
    void aColourIsRedGreenOrBoth(Colour colour, boolean red, boolean green) {
        var redPin = new Pin(!red);
        var greenPin = new Pin(!green);
        new TricolourLight(redPin, greenPin).pulse(colour);
        assertThat(redPin.isHigh()).isEqualTo(red);
        assertThat(greenPin.isHigh()).isEqualTo(green);
    }

    @Test
    void eachPulseIsAnEdgeThatRisesForTheWiringLightsNothingElse() {
        List<Boolean> levels = new ArrayList<>();
        var light = new TricolourLight(new Pin(false), levels::add);
        light.pulse(Colour.GREEN);
        light.pulse(Colour.GREEN);
        light.dark();
        assertThat(levels).containsExactly(false, true, false, true, false);
    }

    @Test
    void aLightThatNobodyPulsesAnyMoreGoesDark() {
        var pin = new Pin(false);
        new TricolourLight(new Pin(false), pin, Duration.ofMillis(20)).pulse(Colour.GREEN);
        await().until(() -> !pin.isHigh());
    }

    @Test
    void theRelayHoldsWhileAllIsWell() {
        var pin = new Pin(false);
        new AlarmRelay(pin).alarm(false);
        assertThat(pin.isHigh()).isTrue();
        new AlarmRelay(pin).alarm(true);
        assertThat(pin.isHigh()).isFalse();
    }

    @Test
    void theRelayFallsWhenNobodySaysAnyMoreThatAllIsWell() {
        var pin = new Pin(false);
        new AlarmRelay(pin, Duration.ofMillis(20)).alarm(false);
        await().until(() -> !pin.isHigh());
    }

    @Test
    void theBuzzerPlaysAPatternToItsEnd() {
        new PiezoBuzzer(tones::add).play(List.of(SHORT, SHORT));
        await().until(() -> tones.equals(List.of(2_700, 0, 2_700, 0)));
    }

    @Test
    void aNewPatternCutsOffTheOneThatStillPlays() {
        PiezoBuzzer buzzer = new PiezoBuzzer(tones::add);
        buzzer.play(List.of(LONG, LONG));
        await().until(() -> tones.equals(List.of(2_700)));
        buzzer.play(List.of(SHORT));
        await().until(() -> tones.equals(List.of(2_700, 0, 2_700, 0)));
    }

    @Test
    void aChannelThatIsNotThereIsAFaultUntilItIs() {
        AtomicBoolean isThere = new AtomicBoolean();
        PiezoBuzzer buzzer = new PiezoBuzzer(hertz -> {
            if (!isThere.get()) {
                throw new IllegalStateException("no such channel");
            }
        });
        buzzer.play(List.of(SHORT));
        await().until(() -> buzzer.fault().equals(Optional.of(ProbeFault.DISCONNECTED)));
        isThere.set(true);
        buzzer.play(List.of(SHORT));
        await().until(() -> buzzer.fault().isEmpty());
    }
}
