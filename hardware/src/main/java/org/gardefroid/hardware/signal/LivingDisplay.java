package org.gardefroid.hardware.signal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.hardware.TextDisplay;
import org.gardefroid.telemetry.ProbeFault;

/**
 * A display that has to be told again and again. The module itself keeps its last picture for as long as it has current, also
 * when the loop that told it hangs or the program was killed and is started anew: so it says that nobody watches until it is
 * first told, and again once nobody has told it for a while.
 */
public final class LivingDisplay implements TextDisplay {

    private final TextDisplay display;
    private final List<String> unwatched;
    private final DeadMan loop;
    private List<String> shown = List.of();

    /**
     * @param unwatched shown while nobody tells it anything
     * @param longest from one {@link #show} to the next
     */
    public LivingDisplay(TextDisplay display, List<String> unwatched, Duration longest) {
        this.display = display;
        this.unwatched = List.copyOf(unwatched);
        this.loop = new DeadMan("display", longest, () -> put(this.unwatched));
        put(this.unwatched);
    }

    @Override
    public void show(List<String> lines) {
        loop.lives();
        put(lines);
    }

    /** What stands there already is written again only to a display that failed. */
    private synchronized void put(List<String> lines) {
        if (!lines.equals(shown) || display.fault().isPresent()) {
            shown = List.copyOf(lines);
            display.show(shown);
        }
    }

    @Override
    public Optional<ProbeFault> fault() {
        return display.fault();
    }
}
