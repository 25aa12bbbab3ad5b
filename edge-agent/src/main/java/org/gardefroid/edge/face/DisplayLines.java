package org.gardefroid.edge.face;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.BoxState.Shown;
import org.gardefroid.hardware.TextDisplay;

/**
 * The four lines of the small display: the word and the time, which must be seen to run; the temperature with the time it
 * was measured at; the next vial to end; what is the matter, or how long the sound stays off.
 */
final class DisplayLines {

    private DisplayLines() {}

    /** @param holds for how long it surely stays in range, where that can be said */
    static List<String> of(BoxState state, Sounding sounding, Optional<Duration> holds, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(first(state, texts));
        lines.add(state.shown().map(shown -> temperature(state, shown, holds, texts))
                .orElse(texts.say("display.no-temperature")));
        lines.add(state.next()
                .map(dose -> texts.say(dose.isSyringe() ? "display.syringe" : "display.dose", dose.number(),
                        dose.left(state.at().wall()).map(texts::duration).orElse("?")))
                .orElse(texts.say(state.running().isEmpty() && state.card().lost().isEmpty()
                        ? "display.no-dose"
                        : "display.dose-unknown")));
        lines.add(last(state, sounding, texts));
        return lines.stream().map(DisplayLines::cut).toList();
    }

    /** While the loop does not turn. */
    static List<String> unwatched(Texts texts) {
        return List.of(texts.say("word.UNWATCHED"), texts.say("display.judging-stopped"),
                texts.say("display.read-thermometer"), texts.say("display.call-pharmacy"));
    }

    /** With seconds, which must be seen to run; without them where a long word leaves no room. */
    private static String first(BoxState state, Texts texts) {
        String word = texts.say("word." + state.word().name());
        String seconds = state.at().wall().map(texts::clockWithSeconds).orElseGet(() -> sinceBoot(state));
        return word.length() + seconds.length() < TextDisplay.COLUMNS
                ? apart(word, seconds)
                : apart(word, state.at().wall().map(texts::clock).orElse("--:--"));
    }

    /** Without a time it must be seen to run all the same; the plus says that it is no time of day. */
    private static String sinceBoot(BoxState state) {
        Duration up = Duration.ofMillis(state.at().monotonicMillis());
        return String.format(Locale.ROOT, "+%02d:%02d:%02d", up.toHours() % 100, up.toMinutesPart(),
                up.toSecondsPart());
    }

    private static String temperature(BoxState state, Shown shown, Optional<Duration> holds, Texts texts) {
        String celsius = texts.celsius(shown.temperature());
        if (shown.old()) { // its own time beside it, so that it cannot pass for now
            return apart(celsius, state.at().wall()
                    .map(now -> texts.clock(measuredAt(state, shown, now))).orElse("--:--"));
        }
        return apart(celsius, holds.map(time -> texts.say("display.holds", texts.duration(time))).orElse(""));
    }

    private static Instant measuredAt(BoxState state, Shown shown, Instant now) {
        return now.minusMillis(state.at().monotonicMillis() - shown.millis());
    }

    private static String last(BoxState state, Sounding sounding, Texts texts) {
        long now = state.at().monotonicMillis();
        if (!state.concerns().isEmpty()) {
            // One after the other, four seconds each.
            int turn = Math.floorMod(now / 4_000, state.concerns().size());
            return texts.display(state.concerns().get(turn));
        }
        return sounding.isQuiet(now)
                ? texts.say("display.quiet", texts.duration(sounding.quietLeft(now).plusSeconds(59)))
                : "";
    }

    private static String apart(String left, String right) {
        int spaces = Math.max(1, TextDisplay.COLUMNS - left.length() - right.length());
        return left + " ".repeat(spaces) + right;
    }

    private static String cut(String line) {
        return line.length() > TextDisplay.COLUMNS ? line.substring(0, TextDisplay.COLUMNS) : line.stripTrailing();
    }
}
