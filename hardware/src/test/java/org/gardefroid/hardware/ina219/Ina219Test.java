package org.gardefroid.hardware.ina219;

import java.time.Duration;
import java.util.OptionalInt;
import org.gardefroid.hardware.port.Replies;
import org.gardefroid.telemetry.Event.BatteryLevel;
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
        assertThat(new Ina219(new Replies("399f", bus, shunt), 100, OptionalInt.empty()).supply())
                .contains(new Supply(milliVolts, milliAmperes));
    }

    @Test
    void theMainsAreGoneOnceTheBatteryGivesCurrent() {
        var sense = new Ina219(new Replies("399f", "2712", "fc18", "399f", "2712", "0fa0", "399f", "2712", "0000"),
                100, OptionalInt.empty());
        assertThat(sense.isOnMains()).isTrue();
        assertThat(sense.isOnMains()).isFalse();
        assertThat(sense.isOnMains()).isTrue();
    }

    @Test
    void aChipThatIsGoneOrAnotherIsAFaultAndTheLastAnswerStands() {
        var sense = new Ina219(new Replies("399f", "2712", "0fa0"), 100, OptionalInt.empty());
        assertThat(sense.isOnMains()).isFalse();
        assertThat(sense.isOnMains()).isFalse();
        assertThat(sense.fault()).contains(ProbeFault.DISCONNECTED);
        var other = new Ina219(new Replies("0000"), 100, OptionalInt.empty());
        assertThat(other.supply()).isEmpty();
        assertThat(other.fault()).contains(ProbeFault.PROTOCOL);
    }

    @ParameterizedTest
    @CsvSource({"2900, 0", "3300, 3", "3650, 35", "3700, 45", "4150, 100", "4200, 100"})
    void aCellsVoltageSaysRoughlyHowFullItIs(int milliVolts, int percent) {
        assertThat(Charge.percent(milliVolts)).isEqualTo(percent);
    }

    @Test
    void aBatteryIsToldByItsCellsVoltageAndLastsForWhatFlowsOutOfIt() {
        String[] giving = new String[3 * 60];
        for (int i = 0; i < giving.length; i += 3) {
            giving[i] = "399f";
            giving[i + 1] = "1ce0"; // 3.696 V
            giving[i + 2] = "07d0"; // 200 mA
        }
        var sense = new Ina219(new Replies(giving), 100, OptionalInt.of(6_800));
        assertThat(sense.battery()).isEmpty();
        for (int i = 0; i < 60; i++) {
            assertThat(sense.isOnMains()).isFalse();
        }
        BatteryLevel level = sense.battery().orElseThrow();
        assertThat(level.percent()).isEqualTo(44);
        assertThat(level.left().orElseThrow()).isBetween(Duration.ofMinutes(890), Duration.ofMinutes(930));
    }

    @Test
    void aBusOfFiveVoltsIsNoCellAndSaysNothingOfABattery() {
        var sense = new Ina219(new Replies("399f", "2712", "fc18"), 100, OptionalInt.of(6_800));
        assertThat(sense.isOnMains()).isTrue();
        assertThat(sense.battery()).isEmpty();
    }
}
