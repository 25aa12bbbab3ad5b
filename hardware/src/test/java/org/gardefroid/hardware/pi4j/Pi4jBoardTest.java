package org.gardefroid.hardware.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import com.pi4j.plugin.mock.provider.pwm.MockPwmProvider;
import com.pi4j.plugin.mock.provider.spi.MockSpiProvider;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.DigitalInput;
import org.gardefroid.hardware.port.I2cDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** That Pi4J's own mocks, which are lists of bytes, are reached through the ports; what chips say is tested without them. */
class Pi4jBoardTest {

    private final Context pi4j = Pi4J.newContextBuilder().add(MockI2CProvider.newInstance(),
            MockDigitalInputProvider.newInstance(), MockDigitalOutputProvider.newInstance(),
            MockPwmProvider.newInstance(), MockSpiProvider.newInstance()).build();
    private final Pi4jBoard board = Pi4jBoard.of(pi4j);

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void whatIsWrittenToAnI2cChipComesOutOfIt() throws BusException {
        I2cDevice chip = board.i2c(1).device(0x44);
        chip.write(0xFD);
        assertThat(chip.transfer(new byte[0], 1)).containsExactly(0xFD);
    }

    @Test
    void anSpiTransferGivesAsManyBytesAsItTakes() throws BusException {
        assertThat(board.spi(0).transfer((byte) 1, (byte) 2, (byte) 3)).hasSize(3);
    }

    @Test
    void anInputTellsOfItsChanges() {
        DigitalInput door = board.input(17);
        List<Boolean> heard = new ArrayList<>();
        door.listen((isHigh, at) -> heard.add(isHigh));
        var pin = pi4j.<MockDigitalInput>getIO("in-17", MockDigitalInput.class);
        pin.mockState(DigitalState.HIGH);
        assertThat(door.isHigh()).isTrue();
        pin.mockState(DigitalState.LOW);
        assertThat(heard).containsExactly(true, false);
    }

    @Test
    void anOutputIsLowUntilItIsSet() {
        var relay = board.output(22);
        var pin = pi4j.<com.pi4j.io.gpio.digital.DigitalOutput>getIO("out-22",
                com.pi4j.io.gpio.digital.DigitalOutput.class);
        assertThat(pin.isLow()).isTrue();
        relay.set(true);
        assertThat(pin.isHigh()).isTrue();
    }

    @Test
    void aToneIsHalfOfItsPeriodAndZeroIsSilence() {
        var buzzer = board.pwm(0);
        buzzer.tone(2_700);
        var pin = pi4j.<com.pi4j.io.pwm.Pwm>getIO("pwm-0", com.pi4j.io.pwm.Pwm.class);
        assertThat(pin.isOn()).isTrue();
        assertThat(pin.frequency()).isEqualTo(2_700);
        assertThat(pin.dutyCycle()).isEqualTo(50);
        buzzer.tone(0);
        assertThat(pin.isOn()).isFalse();
    }
}
