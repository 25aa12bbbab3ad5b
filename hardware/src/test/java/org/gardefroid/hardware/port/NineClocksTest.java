package org.gardefroid.hardware.port;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NineClocksTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9})
    void aChipInTheMiddleOfAByteLetsGoAfterAsManyPulsesAsItNeeds(int needed) throws BusException {
        var chip = new Holding();
        new NineClocks(chip, () -> chip.pulses >= needed, millis -> {}).release();
        assertThat(chip.pulses).isEqualTo(needed);
        assertThat(chip.clock).isTrue();
    }

    @Test
    void aLineThatIsHeldForGoodIsALockedBusAfterNine() {
        var chip = new Holding();
        assertThatThrownBy(() -> new NineClocks(chip, () -> false, millis -> {}).release())
                .isInstanceOf(BusException.class);
        assertThat(chip.pulses).isEqualTo(9);
    }

    private static final class Holding implements DigitalOutput {

        private int pulses;
        private boolean clock = true;

        @Override
        public void set(boolean high) {
            pulses += high && !clock ? 1 : 0;
            clock = high;
        }
    }
}
