package org.gardefroid.edge.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.edge.box.Dose;
import org.gardefroid.edge.box.Light;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.forecast.Forecast;
import org.gardefroid.edge.uplink.Way;
import org.gardefroid.vaccines.custody.Ruling;

import static org.gardefroid.edge.page.Html.text;

/**
 * The part of the public page that is asked for each second. Vials are numbers in it, never products or lots: whoever stands
 * near may read it.
 */
final class LivePart {

    private final Box box;
    private final Texts texts;
    private final StringBuilder html = new StringBuilder(4_096);

    LivePart(Box box, Texts texts) {
        this.box = box;
        this.texts = texts;
    }

    String html() {
        Optional<BoxState> state = box.latest().filter(_ -> box.isFresh());
        word(state, "h1");
        if (state.isPresent()) {
            temperature(state.get());
            doses(state.get());
        }
        todo(state);
        link(state);
        return html.toString();
    }

    /** The word alone, and why, on a page that has a title of its own. */
    String word() {
        word(box.latest().filter(_ -> box.isFresh()), "h2");
        return html.toString();
    }

    private String say(String key, Object... values) {
        return text(texts.say(key, values));
    }

    private void word(Optional<BoxState> state, String title) {
        Light word = state.map(BoxState::word).orElse(Light.UNWATCHED);
        html.append("<section id=\"word\" class=\"now ").append(word.name()).append("\"><").append(title)
                .append('>').append(say("word." + word.name())).append("</").append(title).append('>');
        if (state.isEmpty()) {
            html.append("<p>").append(say("concern.judging-stopped")).append("</p>");
        } else if (state.get().concerns().isEmpty()) {
            html.append("<p>").append(say("page.all-good")).append("</p>");
        } else {
            state.get().concerns().forEach(
                    concern -> html.append("<p>").append(text(texts.what(concern))).append("</p>"));
        }
        html.append("</section>");
    }

    private void temperature(BoxState state) {
        html.append("<section id=\"cold\" class=\"now\"><h2>").append(say("page.temperature")).append("</h2>");
        state.shown().ifPresentOrElse(shown -> {
            long ago = (state.at().monotonicMillis() - shown.millis()) / 1_000;
            String when = state.at().wall()
                    .map(now -> texts.say("page.at", texts.clockWithSeconds(now.minusSeconds(ago))))
                    .orElseGet(() -> texts.say("page.seconds-ago", ago));
            String sure = Optional.ofNullable(state.seen().calibrations().get(shown.probe())).map(calibration -> texts
                    .say("page.uncertainty", calibration.uncertaintyMilliCelsius() / 1_000.0) + ", ").orElse("");
            html.append("<p class=\"").append(shown.old() ? "temperature old" : "temperature").append("\">")
                    .append(text(texts.celsius(shown.temperature()))).append(" <small>")
                    .append(text(sure + (shown.old() ? texts.say("page.last", when) : when)))
                    .append("</small></p>");
            if (!shown.old()) {
                html.append("<p>").append(forecast()).append("</p>");
            }
        }, () -> html.append("<p>").append(say("display.no-temperature")).append("</p>"));
        new TreeMap<>(state.seen().probes()).forEach((probe, tip) -> tip.humidityPercent().ifPresent(
                percent -> html.append("<p>").append(say("page.humidity", percent, probe)).append("</p>")));
        new Curve(texts, state).of(box.history()).ifPresent(html::append);
        html.append("</section>");
    }

    private String forecast() {
        Optional<Forecast> known = box.forecast();
        if (known.isEmpty()) {
            return say("page.forecast-none");
        }
        Forecast forecast = known.get();
        if (forecast.likely().filter(Duration::isZero).isPresent()) {
            return say("page.forecast-out");
        }
        String atLeast = forecast.atLeast().isZero()
                ? say("page.forecast-any-minute")
                : say("page.forecast", texts.duration(forecast.atLeast()));
        return atLeast + " " + forecast.likely().map(time -> say("page.forecast-likely", texts.duration(time)))
                .orElse(say("page.forecast-long"));
    }

    private void doses(BoxState state) {
        html.append("<section id=\"doses\"><h2>").append(say("page.doses")).append("</h2>");
        if (state.running().isEmpty() && state.card().lost().isPresent()) {
            html.append("<p>").append(say("page.doses-lost")).append("</p>");
        } else if (state.running().isEmpty()) {
            html.append("<p>").append(say("page.no-dose")).append("</p>");
        } else {
            html.append("<ol>");
            state.running().forEach(dose -> dose(dose, state.at().wall()));
            html.append("</ol>");
        }
        html.append("</section>");
    }

    private void dose(Dose dose, Optional<Instant> now) {
        Optional<Duration> left = dose.left(now);
        boolean isOver = left.filter(Duration::isZero).isPresent();
        html.append("<li class=\"").append(isOver ? Light.ACT : dose.light()).append("\"><b>")
                .append(text(texts.called(dose))).append("</b> ");
        if (isOver) {
            html.append(say("page.over"));
        } else {
            html.append(left.filter(_ -> dose.light() != Light.ACT)
                    .map(time -> "<span class=\"now\">" + say("page.left", texts.duration(time)) + "</span> ")
                    .orElse(""))
                    .append(dose.judgement().ruling() == Ruling.USABLE
                            ? dose.deadline().map(at -> say("page.until", texts.clock(at))).orElse("")
                            : say("page.apart", texts.why(dose.judgement())));
        }
        if (!dose.inside()) {
            html.append(" <em>").append(say("page.on-table")).append("</em>");
        }
        if (dose.isToBeAttributed()) {
            html.append(" <em>").append(say("page.to-attribute")).append("</em>");
        }
        html.append("</li>");
    }

    private void todo(Optional<BoxState> state) {
        html.append("<section id=\"todo\" class=\"now\"><h2>").append(say("page.todo")).append("</h2>");
        List<String> lines = state.map(BoxState::concerns).orElse(List.of()).stream().map(texts::todo).distinct()
                .toList();
        if (state.isEmpty()) {
            lines = List.of(texts.say("do." + Concern.Kind.JUDGING_STOPPED.code()));
        } else if (lines.isEmpty()) {
            lines = List.of(texts.say("do.nothing"));
        }
        html.append("<ol>");
        lines.forEach(line -> html.append("<li>").append(text(line)).append("</li>"));
        html.append("</ol></section>");
    }

    private void link(Optional<BoxState> state) {
        Link link = box.link();
        html.append("<section id=\"net\" class=\"now\"><p>")
                .append(link.way().map(way -> say("page.connected", texts.say(way(way)))).orElse(say("page.offline")));
        state.map(turn -> box.sounding().quietLeft(turn.at().monotonicMillis())).filter(Duration::isPositive)
                // Rounded up: a quiet of seconds is not one of 0 minutes.
                .ifPresent(left -> html.append(" ").append(say("page.quiet-left",
                        texts.duration(left.plusSeconds(59)))));
        html.append("</p>");
        link.certificateEnds().ifPresent(end -> html.append("<p class=\"told\">")
                .append(say("page.certificate", texts.day(end))).append("</p>"));
        html.append("</section>");
    }

    /** Not where to: a name of the hospital's would give the box away to whoever is near. */
    private static String way(Way way) {
        return switch (way.carriage()) {
            case Way.Carriage.Plain _ -> way.proxy().isPresent() ? "page.way.proxy" : "page.way.plain";
            case Way.Carriage.WebSocket _ ->
                way.proxy().isPresent() ? "page.way.websocket-proxy" : "page.way.websocket";
        };
    }
}
