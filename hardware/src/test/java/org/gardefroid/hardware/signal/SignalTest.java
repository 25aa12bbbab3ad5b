package org.gardefroid.hardware.signal;

import org.gardefroid.hardware.port.Pin;
import org.gardefroid.hardware.signal.TricolourLight.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignalTest {

    @ParameterizedTest
    @CsvSource({"DARK, false, false", "GREEN, false, true", "AMBER, true, true", "RED, true, false"})
    void aColourIsRedGreenOrBoth(Colour colour, boolean red, boolean green) {
        var redPin = new Pin(!red);
        var greenPin = new Pin(!green);
        new TricolourLight(redPin, greenPin).show(colour);
        assertThat(redPin.isHigh()).isEqualTo(red);
        assertThat(greenPin.isHigh()).isEqualTo(green);
    }

    @Test
    void theBuzzerBeepsTwiceAndIsSilentForTheRestOfTwoSeconds() {
        var pin = new Pin(false);
        for (long millis = 100; millis < 2_200; millis += 200) {
            new Buzzer(pin).sound(2, millis);
        }
        assertThat(pin.tones()).containsExactly(2_700, 0, 2_700, 0, 0, 0, 0, 0, 0, 0, 2_700);
    }

    @Test
    void fiveBeepsDoNotFit() {
        assertThatThrownBy(() -> new Buzzer(new Pin(false)).sound(5, 0)).hasMessageContaining("0 to 4")
                .hasMessageContaining("5");
    }

    @Test
    void theRelayHoldsWhileAllIsWell() {
        var pin = new Pin(false);
        new AlarmRelay(pin).alarm(false);
        assertThat(pin.isHigh()).isTrue();
        new AlarmRelay(pin).alarm(true);
        assertThat(pin.isHigh()).isFalse();
    }
}
