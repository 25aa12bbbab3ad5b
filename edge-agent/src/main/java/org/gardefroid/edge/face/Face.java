package org.gardefroid.edge.face;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Light;
import org.gardefroid.hardware.PushButton;
import org.gardefroid.hardware.StatusLight.Colour;
import org.gardefroid.hardware.TextDisplay;
import org.gardefroid.hardware.signal.LivingDisplay;
import org.gardefroid.telemetry.ProbeFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Light, sound and display of this box. Told by the judging loop itself, once a turn: when the loop hangs, nobody tells the
 * light any more and it goes dark, and the display says so. The answers to a sound may come from any thread.
 */
public final class Face {

    private static final Logger LOG = LoggerFactory.getLogger(Face.class);

    private final Front front;
    private final Optional<TextDisplay> display;
    private final Texts texts;
    private final Map<String, ProbeFault> faults = new TreeMap<>();
    private Sounding sounding = Sounding.SILENT;
    private Optional<Sound> heard = Optional.empty();

    public Face(Front front, Texts texts) {
        this(front, texts, BoxState.STALE);
    }

    /** @param longest that the display shows what nobody tells it any more */
    Face(Front front, Texts texts, Duration longest) {
        this.front = front;
        this.display = front.display()
                .map(wired -> new LivingDisplay(wired, DisplayLines.unwatched(texts), longest));
        this.texts = texts;
    }

    /** One turn of the loop. A part that fails is told as such, and stops neither the others nor the loop. */
    public synchronized void turn(BoxState state, Supplier<Optional<Duration>> holds) {
        front.light().ifPresent(
                lamp -> attempt("light", () -> colour(state.word()).ifPresentOrElse(lamp::pulse, lamp::dark)));
        front.relay().ifPresent(relay -> attempt("relay", () -> relay.alarm(isAlarm(state.word()))));
        if (isPressed(front.answer())) {
            answer(state);
        }
        if (isPressed(front.quiet())) {
            quiet(state);
        }
        Sounding.Step step = sounding.step(state, state.at().monotonicMillis());
        sounding = step.after();
        heard = step.sound();
        front.buzzer().ifPresent(buzzer -> {
            if (!step.beeps().isEmpty()) {
                buzzer.play(step.beeps());
            }
            fault("buzzer", buzzer.fault());
        });
        display.ifPresent(shows -> {
            fault("display", shows.fault());
            shows.show(DisplayLines.of(state, sounding, holds.get(), texts));
        });
    }

    private static boolean isPressed(Optional<PushButton> button) {
        return button.filter(pressed -> pressed.pressesSinceLastAsked() > 0).isPresent();
    }

    /** What is to be looked at is not worth the building's alarm; that nobody watches is. */
    private static boolean isAlarm(Light word) {
        return word == Light.ACT || word == Light.UNWATCHED;
    }

    private void attempt(String part, Runnable work) {
        try {
            work.run();
            fault(part, Optional.empty());
        } catch (RuntimeException e) { // the library's own
            fault(part, Optional.of(ProbeFault.DISCONNECTED));
            LOG.debug("part failed part={}", part, e);
        }
    }

    private void fault(String part, Optional<ProbeFault> fault) {
        fault.ifPresentOrElse(why -> faults.put(part, why), () -> faults.remove(part));
    }

    /** Of the parts, by their settings, as of the last turn. */
    public synchronized Map<String, ProbeFault> faults() {
        return Map.copyOf(faults);
    }

    public synchronized void answer(BoxState state) {
        sounding = sounding.answer(state, state.at().monotonicMillis());
    }

    public synchronized void quiet(BoxState state) {
        sounding = sounding.quiet(state.at().monotonicMillis());
    }

    public synchronized Sounding sounding() {
        return sounding;
    }

    /** What sounds, from one beginning to the next. */
    public synchronized Optional<Sound> heard() {
        return heard;
    }

    /** The agent ends: nothing may stay that looks like watching. */
    public synchronized void off() {
        front.light().ifPresent(lamp -> attempt("light", lamp::dark));
        front.relay().ifPresent(relay -> attempt("relay", () -> relay.alarm(true)));
        front.buzzer().ifPresent(buzzer -> buzzer.play(List.of()));
        display.ifPresent(shows -> shows.show(List.of(texts.say("word.UNWATCHED"))));
    }

    /** Dark is not a colour: nobody watches. */
    static Optional<Colour> colour(Light word) {
        return switch (word) {
            case GOOD -> Optional.of(Colour.GREEN);
            case LOOK -> Optional.of(Colour.AMBER);
            case ACT -> Optional.of(Colour.RED);
            case UNWATCHED -> Optional.empty();
        };
    }
}
