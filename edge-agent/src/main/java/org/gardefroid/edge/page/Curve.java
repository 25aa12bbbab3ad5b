package org.gardefroid.edge.page;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.face.History;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.telemetry.Temperature;

import static org.gardefroid.edge.page.Html.text;

/** The last hours as a line, with a gap where nothing was measured, and in words for who cannot see it. */
final class Curve {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 96;
    private static final double MARGIN_CELSIUS = 2;

    private final Texts texts;
    private final BoxState state;

    Curve(Texts texts, BoxState state) {
        this.texts = texts;
        this.state = state;
    }

    Optional<String> of(List<History.Point> points) {
        List<Integer> measured = points.stream().flatMap(point -> point.milliCelsius().stream()).toList();
        Optional<Seen.Tip> tip = state.shown().map(shown -> state.seen().probes().get(shown.probe()));
        if (measured.isEmpty() || tip.isEmpty()) {
            return Optional.empty();
        }
        int coldest = measured.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int warmest = measured.stream().mapToInt(Integer::intValue).max().orElseThrow();
        double lowest = Math.min(coldest, tip.get().lowest().milliCelsius()) / 1_000.0 - MARGIN_CELSIUS;
        double highest = Math.max(warmest, tip.get().highest().milliCelsius()) / 1_000.0 + MARGIN_CELSIUS;
        long now = state.at().monotonicMillis();
        Duration seen = Duration.ofMillis(now - points.getFirst().millis());
        String words = texts.say("page.curve", texts.duration(seen), texts.celsius(new Temperature(coldest)),
                texts.celsius(new Temperature(warmest)));
        StringBuilder svg = new StringBuilder(4_096);
        svg.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT)
                .append("\" role=\"img\" aria-label=\"").append(text(words))
                .append("\"><rect class=\"range\" x=\"0\" y=\"")
                .append(y(tip.get().highest().milliCelsius(), lowest, highest)).append("\" width=\"").append(WIDTH)
                .append("\" height=\"").append(y(tip.get().lowest().milliCelsius(), lowest, highest)
                        - y(tip.get().highest().milliCelsius(), lowest, highest))
                .append("\"/><path d=\"");
        boolean isDrawing = false;
        for (History.Point point : points) {
            if (point.milliCelsius().isEmpty()) {
                isDrawing = false;
                continue;
            }
            long x = WIDTH - (now - point.millis()) * WIDTH / History.KEPT.toMillis();
            svg.append(isDrawing ? 'L' : 'M').append(x).append(' ')
                    .append(y(point.milliCelsius().get(), lowest, highest));
            isDrawing = true;
        }
        return Optional.of(svg.append("\"/></svg><p>").append(text(words)).append("</p>").toString());
    }

    private static int y(int milliCelsius, double lowest, double highest) {
        return (int) Math.round(HEIGHT * (highest - milliCelsius / 1_000.0) / (highest - lowest));
    }
}
