package org.gardefroid.hardware.ssd1306;

import java.util.List;
import java.util.Optional;
import org.gardefroid.hardware.TextDisplay;
import org.gardefroid.hardware.port.Latest;
import org.gardefroid.telemetry.ProbeFault;

/**
 * Four lines of letters, written in a thread of its own: a display that holds the bus holds nobody else. What is asked for
 * while it writes waits, and only the latest of it.
 */
public final class TextScreen implements TextDisplay {

    private static final int LINE_HEIGHT = Frame.HEIGHT / LINES;
    private static final int LETTER_WIDTH = Frame.WIDTH / COLUMNS;

    private final Ssd1306 display;
    private final Latest<List<String>> asked = new Latest<>();
    private volatile Optional<ProbeFault> fault = Optional.empty();

    public TextScreen(Ssd1306 display) {
        this.display = display;
        Thread.ofPlatform().daemon().name("display").start(this::run);
    }

    @Override
    public void show(List<String> lines) {
        asked.put(List.copyOf(lines));
    }

    @Override
    public Optional<ProbeFault> fault() {
        return fault;
    }

    private void run() {
        try {
            while (true) {
                List<String> lines = asked.take();
                try {
                    fault = display.show(frame(lines));
                } catch (RuntimeException e) { // the library's own
                    fault = Optional.of(ProbeFault.DISCONNECTED);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Frame frame(List<String> lines) {
        Frame frame = new Frame();
        for (int line = 0; line < Math.min(LINES, lines.size()); line++) {
            String text = lines.get(line);
            for (int column = 0; column < Math.min(COLUMNS, text.length()); column++) {
                Letters.draw(frame, column * LETTER_WIDTH, line * LINE_HEIGHT, text.charAt(column));
            }
        }
        return frame;
    }
}
