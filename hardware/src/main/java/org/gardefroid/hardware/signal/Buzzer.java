package org.gardefroid.hardware.signal;

import org.gardefroid.hardware.port.Pwm;

/** A passive piezo buzzer. Whoever watches calls it often: the pattern is made of when, and nothing here waits. */
public record Buzzer(Pwm pin) {

    /** Where most piezo discs are loudest, and few ears deaf. */
    static final int HERTZ = 2_700;

    private static final long PERIOD_MILLIS = 2_000;
    private static final long BEEP_MILLIS = 200;

    /**
     * Sounds, or is silent, as the pattern has it at this moment.
     *
     * @param beeps in each two seconds, 0 to 4
     * @param millis of any clock that runs evenly
     */
    public void sound(int beeps, long millis) {
        if (beeps < 0 || beeps > 4) {
            throw new IllegalArgumentException("0 to 4 beeps fit into two seconds: " + beeps);
        }
        long into = Math.floorMod(millis, PERIOD_MILLIS);
        boolean isOn = into / (2 * BEEP_MILLIS) < beeps && into % (2 * BEEP_MILLIS) < BEEP_MILLIS;
        pin.tone(isOn ? HERTZ : 0);
    }
}
