package org.gardefroid.hardware.contact;

import org.gardefroid.hardware.port.Pin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContactTest {

    private long millis;

    @Test
    void aDoorThatBouncesOpensOnce() {
        var pin = new Pin(false);
        var door = new ReedSwitch(pin, () -> millis * 1_000_000);
        pin.move(true, 10);
        pin.move(false, 15);
        pin.move(true, 20);
        assertThat(isOpenAt(door, 69)).isFalse();
        assertThat(isOpenAt(door, 70)).isTrue();
    }

    @Test
    void aKnockThatOpensTheContactForAMomentIsNoDoor() {
        var pin = new Pin(false);
        var door = new ReedSwitch(pin, () -> millis * 1_000_000);
        pin.move(true, 10);
        pin.move(false, 50);
        assertThat(isOpenAt(door, 1_000)).isFalse();
    }

    @Test
    void aCableTornOffIsADoorLeftOpen() {
        assertThat(new ReedSwitch(new Pin(true), () -> 0).isOpen()).isTrue();
    }

    @Test
    void pressesBetweenTwoQuestionsAreAllCountedAndALongOneOnce() {
        var pin = new Pin(true);
        var button = new Button(pin, () -> millis * 1_000_000);
        press(pin, 100, 180);
        press(pin, 300, 2_300);
        press(pin, 2_400, 2_410); // too short: a bounce
        millis = 3_000;
        assertThat(button.pressesSinceLastAsked()).isEqualTo(2);
        assertThat(button.pressesSinceLastAsked()).isZero();
    }

    @Test
    void aButtonThatIsHeldAtStartHasNotBeenPressed() {
        var pin = new Pin(false);
        var button = new Button(pin, () -> millis * 1_000_000);
        millis = 1_000;
        assertThat(button.pressesSinceLastAsked()).isZero();
    }

    private static void press(Pin pin, long down, long up) {
        pin.move(false, down);
        pin.move(true, up);
    }

    private boolean isOpenAt(ReedSwitch door, long at) {
        millis = at;
        return door.isOpen();
    }
}
