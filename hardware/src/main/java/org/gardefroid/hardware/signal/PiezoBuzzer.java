package org.gardefroid.hardware.signal;

import java.util.List;
import java.util.Optional;
import org.gardefroid.hardware.Buzzer;
import org.gardefroid.hardware.port.Latest;
import org.gardefroid.hardware.port.Pwm;
import org.gardefroid.telemetry.ProbeFault;
import org.jspecify.annotations.Nullable;

/** A passive piezo buzzer, played in a thread of its own: whoever asks for a pattern does not wait for its end. */
public final class PiezoBuzzer implements Buzzer {

    /** Where most piezo discs are loudest, and few ears deaf. */
    static final int HERTZ = 2_700;

    private final Pwm pin;
    private final Latest<List<Beep>> asked = new Latest<>();
    private volatile Optional<ProbeFault> fault = Optional.empty();

    public PiezoBuzzer(Pwm pin) {
        this.pin = pin;
        Thread.ofPlatform().daemon().name("buzzer").start(this::run);
    }

    @Override
    public void play(List<Beep> beeps) {
        asked.put(List.copyOf(beeps));
    }

    @Override
    public Optional<ProbeFault> fault() {
        return fault;
    }

    private void run() {
        try {
            List<Beep> next = asked.take();
            while (true) {
                List<Beep> cut = played(next);
                next = cut == null ? asked.take() : cut;
            }
        } catch (InterruptedException e) {
            tone(0);
        }
    }

    /** @return what was asked for before it was over */
    private @Nullable List<Beep> played(List<Beep> beeps) throws InterruptedException {
        for (Beep beep : beeps) {
            tone(HERTZ);
            List<Beep> cut = asked.poll(beep.onMillis());
            tone(0);
            if (cut == null) {
                cut = asked.poll(beep.offMillis());
            }
            if (cut != null) {
                return cut;
            }
        }
        return null;
    }

    /** A channel that is not there makes no sound; it is tried again with the next. */
    private void tone(int hertz) {
        try {
            pin.tone(hertz);
            fault = Optional.empty();
        } catch (RuntimeException e) { // the library's own
            fault = Optional.of(ProbeFault.DISCONNECTED);
        }
    }
}
