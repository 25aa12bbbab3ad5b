package org.gardefroid.edge.configuration;

import java.util.Optional;
import org.gardefroid.edge.configuration.Wired.Numbers;
import org.gardefroid.hardware.ssd1306.Ssd1306;

/**
 * What the box shows and sounds with.
 *
 * <pre>
 *   light         = gpio 23 24
 *   buzzer        = pwm 0
 *   display       = ssd1306 0x3c
 *   relay         = gpio 25
 *   button.answer = gpio 22
 *   button.quiet  = gpio 5
 * </pre>
 *
 * @param buzzer the channel of the hardware's PWM
 * @param display its address on I²C bus 1
 * @param relay falls at an alarm
 * @param answer pressed by whoever has heard
 * @param quiet pressed when a consultation begins
 */
public record Signals(
        Optional<Light> light,
        Optional<Integer> buzzer,
        Optional<Integer> display,
        Optional<Integer> relay,
        Optional<Wired.Contact> answer,
        Optional<Wired.Contact> quiet) {

    /** Each by its BCM number. */
    public record Light(int red, int green) {}

    static Signals read(Settings settings, Optional<Wired.Contact> answer, Optional<Wired.Contact> quiet) {
        return new Signals(Wiring.wired(settings, "light", Signals::light),
                Wiring.wired(settings, "buzzer", Signals::buzzer), Wiring.wired(settings, "display", Signals::display),
                Wiring.wired(settings, "relay", Signals::relay), answer, quiet);
    }

    private static Light light(String text) {
        String[] word = words(text, "gpio", 3, "a light is: gpio <BCM of red> <BCM of green>");
        return new Light(Numbers.bcm(word[1]), Numbers.bcm(word[2]));
    }

    private static int buzzer(String text) {
        return Numbers.among(words(text, "pwm", 2, "a buzzer is: pwm <channel>")[1], "a PWM channel", 0, 1);
    }

    private static int display(String text) {
        return Numbers.address("ssd1306", words(text, "ssd1306", 2, "a display is: ssd1306 <address>")[1],
                Ssd1306.ADDRESS, Ssd1306.ADDRESS + 1);
    }

    private static int relay(String text) {
        return Numbers.bcm(words(text, "gpio", 2, "a relay is: gpio <BCM>")[1]);
    }

    private static String[] words(String text, String first, int count, String allowed) {
        String[] word = text.split(" +");
        if (word.length != count || !word[0].equals(first)) {
            throw new IllegalArgumentException(allowed);
        }
        return word;
    }
}
