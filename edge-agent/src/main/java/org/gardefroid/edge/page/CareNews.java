package org.gardefroid.edge.page;

import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Dose;
import org.gardefroid.edge.box.PlacedLot;
import org.gardefroid.edge.box.Spoken;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;

import static org.gardefroid.edge.page.Html.text;

/** What the page behind the code says by itself: it is kept up to date while the page is open. */
final class CareNews {

    private final Box box;
    private final Texts texts;
    private final StringBuilder html;

    /** Of a loop that hangs nothing is said: no verdict and no time is how things are now. */
    private final Optional<BoxState> now;

    /** @param html where it is written */
    CareNews(Box box, Texts texts, StringBuilder html) {
        this.box = box;
        this.texts = texts;
        this.html = html;
        this.now = box.latest().filter(_ -> box.isFresh());
    }

    /** Whether the loop turns. */
    boolean isOfNow() {
        return now.isPresent();
    }

    /** What the page asks for each second: all that may change in it and is not a person's to write. */
    String live() {
        word();
        doses().forEach(this::dose);
        if (now.isPresent()) {
            lots();
        }
        return html.toString();
    }

    List<Dose> doses() {
        return now.map(BoxState::running).orElse(List.of());
    }

    void word() {
        html.append(new LivePart(box, texts).word());
        if (now.isEmpty()) {
            html.append("<p id=\"unwatched\" class=\"told now\">").append(say("care.unwatched")).append("</p>");
        }
    }

    String name(Spoken spoken) {
        return texts.isFrench() ? spoken.french() : spoken.english();
    }

    List<PlacedLot> placed() {
        return now.map(state -> state.findings().lots()).orElse(List.of());
    }

    void lots() {
        html.append("<div id=\"lots\" class=\"kept\">");
        if (placed().isEmpty()) {
            html.append("<p>").append(say("care.no-lots")).append("</p>");
        }
        for (PlacedLot lot : placed()) {
            html.append("<p><b>").append(text(lot.way().lot().name())).append("</b> · ")
                    .append(text(name(lot.name()))).append("<br>")
                    .append(say("care.lot-doses", lot.way().doses(),
                            lot.expiry().map(end -> texts.day(end.minusMillis(1))).orElse("?")));
            verdict(lot.judgement());
            html.append("</p>");
        }
        html.append("</div>");
    }

    void dose(Dose dose) {
        html.append("<p class=\"kept\" id=\"dose-").append(text(dose.vial())).append("\">")
                .append(text(name(dose.name()))).append("<br>")
                .append(text(dose.vial())).append(" · ").append(say("care.lot")).append(' ')
                .append(dose.lot().map(Html::text).orElse(say("page.to-attribute")));
        dose.deadline().ifPresent(at -> html.append("<br>").append(say("page.until", texts.clock(at))));
        verdict(dose.judgement());
        html.append("</p>");
    }

    /** And what it follows from, in the words of the service. */
    private void verdict(Judgement judgement) {
        var words = new org.gardefroid.vaccines.custody.Texts(texts.locale(), texts.zone());
        html.append("<br><b>").append(text(words.verdict(judgement.ruling()))).append("</b>");
        judgement.grounds().stream().filter(Ground::holds)
                .forEach(ground -> html.append("<br>").append(text(words.ground(ground))));
    }

    private String say(String key, Object... values) {
        return text(texts.say(key, values));
    }
}
