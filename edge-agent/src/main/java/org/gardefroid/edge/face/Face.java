package org.gardefroid.edge.face;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Light;
import org.gardefroid.hardware.Buzzer;
import org.gardefroid.hardware.StatusLight;
import org.gardefroid.hardware.StatusLight.Colour;
import org.gardefroid.hardware.TextDisplay;

/**
 * Light, sound and display of this box. Told by the judging loop itself, once a turn: when the loop hangs, nobody tells the
 * light any more and it goes dark. The answers to a sound may come from any thread.
 */
public final class Face {

    private final Optional<StatusLight> light;
    private final Optional<Buzzer> buzzer;
    private final Optional<TextDisplay> display;
    private final Texts texts;
    private Sounding sounding = Sounding.SILENT;
    private Optional<Sound> heard = Optional.empty();
    private List<String> lines = List.of();

    public Face(Optional<StatusLight> light, Optional<Buzzer> buzzer, Optional<TextDisplay> display, Texts texts) {
        this.light = light;
        this.buzzer = buzzer;
        this.display = display;
        this.texts = texts;
    }

    /** One turn of the loop. */
    public synchronized void turn(BoxState state, Supplier<Optional<Duration>> holds) {
        light.ifPresent(lamp -> colour(state.word()).ifPresentOrElse(lamp::pulse, lamp::dark));
        Sounding.Step step = sounding.step(state, state.at().monotonicMillis());
        sounding = step.after();
        heard = step.sound();
        if (!step.beeps().isEmpty()) {
            buzzer.ifPresent(buzzes -> buzzes.play(step.beeps()));
        }
        display.ifPresent(shows -> {
            List<String> now = DisplayLines.of(state, sounding, holds.get(), texts);
            if (!now.equals(lines)) {
                lines = now;
                shows.show(now);
            }
        });
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
        light.ifPresent(StatusLight::dark);
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
