package org.gardefroid.edge.training;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.hardware.Buzzer;
import org.gardefroid.hardware.StatusLight;
import org.gardefroid.hardware.TextDisplay;
import org.gardefroid.telemetry.ProbeFault;

/**
 * Light, buzzer and display of the training, in a terminal or as lines. The light goes dark by itself as the real one does:
 * whoever draws it looks at when it was told last, by the machine's own time.
 */
public final class TrainingScreen implements StatusLight, Buzzer, TextDisplay {

    private static final long SOUND_SHOWN_MILLIS = 2_500;

    /** Of a terminal as it opens; it has 24 lines. */
    private static final int WIDTH = 80;
    private static final int CODE_SHOWN = 30;

    private final Texts texts;
    private final LongSupplier millis;
    private final Supplier<String> elapsed;
    private final PrintStream out;
    private String colour = "DARK";
    private long pulsedMillis;
    private String beeps = "";
    private long playedMillis;
    private List<String> lines = List.of();
    private String printedLight = "";
    private String printedWord = "";

    /** @param elapsed of the training's time, for the lines */
    public TrainingScreen(Texts texts, LongSupplier millis, Supplier<String> elapsed, PrintStream out) {
        this.texts = texts;
        this.millis = millis;
        this.elapsed = elapsed;
        this.out = out;
    }

    @Override
    public synchronized void pulse(Colour shines) {
        colour = shines.name();
        pulsedMillis = millis.getAsLong();
    }

    @Override
    public synchronized void dark() {
        colour = "DARK";
    }

    @Override
    public synchronized void play(List<Beep> pattern) {
        beeps = pattern.stream().map(beep -> beep.onMillis() >= 400 ? "▬" : "•").collect(Collectors.joining(" "));
        playedMillis = millis.getAsLong();
    }

    @Override
    public synchronized void show(List<String> shown) {
        lines = shown;
    }

    @Override
    public Optional<ProbeFault> fault() {
        return Optional.empty();
    }

    private String light() {
        return millis.getAsLong() - pulsedMillis > LONGEST_PULSE.toMillis() ? "DARK" : colour;
    }

    private boolean isHeard() {
        return !beeps.isEmpty() && millis.getAsLong() - playedMillis < SOUND_SHOWN_MILLIS;
    }

    /** What has changed since this was last called, a line for each. The display's time alone is no change. */
    public synchronized void printChanges() {
        if (!light().equals(printedLight)) {
            printedLight = light();
            out.println(elapsed.get() + " " + texts.say("training.light") + " "
                    + texts.say("training.light." + printedLight));
        }
        String word = lines.isEmpty()
                ? ""
                : lines.getFirst().replaceAll("[+0-9:-]+$", "").strip()
                        + lines.stream().skip(3).map(line -> " | " + line).collect(Collectors.joining());
        if (!word.equals(printedWord)) {
            printedWord = word;
            out.println(elapsed.get() + " " + texts.say("training.display") + " " + String.join(" | ", lines));
        }
        if (!beeps.isEmpty()) {
            out.println(elapsed.get() + " " + texts.say("training.sound") + " " + beeps);
            beeps = "";
        }
        out.flush();
    }

    /** The whole picture, from the terminal's upper left corner. */
    public synchronized void draw(String address, int speed, String state, Optional<String> typed) {
        StringBuilder picture = new StringBuilder("\u001b[H");
        String shines = switch (light()) {
            case "GREEN" -> "\u001b[1;42;97m";
            case "AMBER" -> "\u001b[1;43;30m";
            case "RED" -> "\u001b[1;41;97m";
            default -> "\u001b[2m";
        };
        line(picture, texts.say("training.title"));
        line(picture, "");
        line(picture, "  " + shines + "  " + texts.say("training.light." + light()) + "  \u001b[0m    "
                + (isHeard() ? "♪ " + beeps : ""));
        line(picture, "  ┌" + "─".repeat(COLUMNS + 2) + "┐");
        for (int i = 0; i < LINES; i++) {
            String text = i < lines.size() ? lines.get(i) : "";
            line(picture, "  │ " + text + " ".repeat(Math.max(0, COLUMNS - text.length())) + " │");
        }
        line(picture, "  └" + "─".repeat(COLUMNS + 2) + "┘");
        line(picture, "");
        line(picture, "  " + address);
        line(picture, cut("  " + elapsed.get() + "   ×" + speed + "   " + state));
        line(picture, cut(typed.map(code -> "  " + texts.say("training.scanning", end(code))).orElse("")));
        List<String> keys = Arrays.stream(Move.values())
                .map(move -> "  " + move.key() + "  " + texts.say("training.key." + move.name())).toList();
        int half = (keys.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            String right = half + i < keys.size() ? keys.get(half + i) : "";
            line(picture, keys.get(i) + " ".repeat(Math.max(0, WIDTH / 2 - keys.get(i).length())) + right);
        }
        out.print(picture.append("\u001b[J"));
        out.flush();
    }

    private static String cut(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }

    /** Of a long code its end is what is being typed. */
    private static String end(String code) {
        return code.length() <= CODE_SHOWN ? code : "…" + code.substring(code.length() - CODE_SHOWN);
    }

    private static void line(StringBuilder picture, String text) {
        picture.append(text).append("\u001b[K\r\n");
    }
}
