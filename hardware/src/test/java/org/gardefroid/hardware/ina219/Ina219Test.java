package org.gardefroid.hardware.ina219;

import org.gardefroid.hardware.port.Replies;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Ina219Test {

    /** The shunt's values of table 7 in the datasheet, over 0.1 Ω; a bus of 32 V and of 5 V. */
    @ParameterizedTest
    @CsvSource({"fa02, 7d00, 32000, 3200", "fa02, 8300, 32000, -3200", "2712, 03e8, 5000, 100", "0002, 0000, 0, 0"})
    void voltageAndCurrentAreReadAsTheDatasheetGivesThem(String bus, String shunt, int milliVolts, int milliAmperes) {
        assertThat(new Ina219(new Replies("399f", bus, shunt), 100).supply())
                .contains(new Supply(milliVolts, milliAmperes));
    }

    @Test
    void theMainsAreGoneOnceTheBatteryGivesCurrent() {
        var sense = new Ina219(new Replies("399f", "2712", "fc18", "399f", "2712", "0fa0", "399f", "2712", "0000"),
                100);
        assertThat(sense.isOnMains()).isTrue();
        assertThat(sense.isOnMains()).isFalse();
        assertThat(sense.isOnMains()).isTrue();
    }

    @Test
    void aChipThatIsGoneOrAnotherIsAFaultAndTheLastAnswerStands() {
        var sense = new Ina219(new Replies("399f", "2712", "0fa0"), 100);
        assertThat(sense.isOnMains()).isFalse();
        assertThat(sense.isOnMains()).isFalse();
        assertThat(sense.fault()).contains(ProbeFault.DISCONNECTED);
        var other = new Ina219(new Replies("0000"), 100);
        assertThat(other.supply()).isEmpty();
        assertThat(other.fault()).contains(ProbeFault.PROTOCOL);
    }
}
