package org.gardefroid.edge.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Dose;
import org.gardefroid.edge.box.PlacedLot;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;

import static org.gardefroid.edge.page.Html.text;

/** What is behind the code: products, lots, and what can be told of a vial. */
final class CarePage {

    private final Box box;
    private final Texts texts;
    private final String token;
    private final StringBuilder html = new StringBuilder(8_192);

    CarePage(Box box, Texts texts, String token) {
        this.box = box;
        this.texts = texts;
        this.token = token;
    }

    /** @param told what came of the last form */
    String html(Optional<String> told) {
        html.append("<h1>").append(say("care.title")).append("</h1>");
        told.ifPresent(line -> html.append("<p class=\"told\" role=\"status\">").append(text(line)).append("</p>"));
        List<Dose> doses = box.latest().map(BoxState::running).orElse(List.of());
        start(doses);
        if (doses.isEmpty()) {
            html.append("<p>").append(say("care.none")).append("</p>");
        }
        doses.forEach(this::dose);
        lots();
        html.append("<p><a class=\"button\" href=\"/?lang=").append(lang()).append("\">").append(say("care.back"))
                .append("</a></p>");
        form("leave", "");
        html.append("<button class=\"plain\">").append(say("care.leave")).append("</button></form>");
        return Layout.still(texts, html.toString());
    }

    static String door(Texts texts, Optional<String> told) {
        return Layout.still(texts, "<h1>" + text(texts.say("care.title")) + "</h1>"
                + told.map(line -> "<p class=\"told\" role=\"alert\">" + text(line) + "</p>").orElse("")
                + "<form method=\"post\" action=\"/care/pin?lang=" + texts.locale().getLanguage()
                + "\"><label for=\"pin\">" + text(texts.say("care.pin"))
                + "</label><input id=\"pin\" name=\"pin\" type=\"password\" inputmode=\"numeric\" maxlength=\"12\""
                + " autocomplete=\"off\" autofocus><button>" + text(texts.say("care.enter")) + "</button></form>"
                + "<p><a class=\"button\" href=\"/?lang=" + texts.locale().getLanguage() + "\">"
                + text(texts.say("care.back")) + "</a></p>");
    }

    private void start(List<Dose> doses) {
        List<Brief.Profile> products = box.brief().map(Brief::profiles).orElse(List.of());
        html.append("<fieldset><legend>").append(say("care.start")).append("</legend>");
        if (products.isEmpty()) {
            html.append("<p>").append(say("care.no-product")).append("</p></fieldset>");
            return;
        }
        form("start", "");
        input("label", "care.label", "autofocus autocapitalize=\"none\" maxlength=\"63\"");
        select("product", "care.product", products.stream()
                .map(product -> new String[]{product.product().value(), product.product().value()}));
        select("step", "care.step", Stream.of(VialStep.values()).filter(ProductProfile::isStart)
                .map(step -> new String[]{step.code(), texts.say("care.step." + step.code())}));
        input("lot", "care.lot", "list=\"lots\" maxlength=\"20\"");
        html.append("<datalist id=\"lots\">");
        Stream.concat(doses.stream().flatMap(dose -> dose.lot().stream()).map(LotNumber::value),
                placed().stream().map(lot -> lot.way().lot().name())).distinct().sorted()
                .forEach(lot -> html.append("<option value=\"").append(text(lot)).append("\">"));
        html.append("</datalist><button>").append(say("care.do-start")).append("</button></form></fieldset>");
    }

    private List<PlacedLot> placed() {
        return box.latest().map(state -> state.findings().lots()).orElse(List.of());
    }

    private void lots() {
        html.append("<fieldset><legend>").append(say("care.lots")).append("</legend>");
        if (placed().isEmpty()) {
            html.append("<p>").append(say("care.no-lots")).append("</p>");
        }
        for (PlacedLot lot : placed()) {
            html.append("<p><b>").append(text(lot.way().lot().name())).append("</b> · ")
                    .append(text(texts.isFrench() ? lot.name().french() : lot.name().english())).append("<br>")
                    .append(say("care.lot-doses", lot.way().doses(),
                            lot.expiry().map(end -> texts.day(end.minusMillis(1))).orElse("?")));
            verdict(lot.judgement());
            html.append("</p>");
        }
        html.append("</fieldset>");
    }

    private void dose(Dose dose) {
        html.append("<fieldset><legend>").append(say("page.vial", dose.number())).append("</legend><p>")
                .append(text(texts.isFrench() ? dose.name().french() : dose.name().english())).append("<br>")
                .append(text(dose.vial())).append(" · ").append(say("care.lot")).append(' ')
                .append(dose.lot().map(Html::text).orElse(say("page.to-attribute")));
        dose.deadline().ifPresent(at -> html.append("<br>").append(say("page.until", texts.clock(at))));
        verdict(dose.judgement());
        html.append("</p>");
        action(dose, dose.inside() ? "out" : "in", dose.inside() ? "care.out" : "care.in", "");
        if (dose.lot().isEmpty()) {
            action(dose, "lot", "care.attribute", "lot");
        }
        form("doses", dose.vial().value());
        String id = "doses-" + dose.number();
        html.append("<label for=\"").append(id).append("\">").append(say("care.doses"))
                .append("</label><input id=\"").append(id)
                .append("\" name=\"doses\" inputmode=\"numeric\" maxlength=\"3\" value=\"")
                .append(dose.dosesLeft().map(Object::toString).orElse("")).append("\"><button class=\"plain\">")
                .append(say("care.set")).append("</button></form>");
        form("end", dose.vial().value());
        select("end", "care.end", Stream.of(VialEnd.values())
                .map(end -> new String[]{end.code(), texts.say("care.end." + end.code())}));
        input("container", "care.container", "maxlength=\"63\"");
        html.append("<button>").append(say("care.end")).append("</button></form>");
        action(dose, "void", "care.void", "");
        html.append("</fieldset>");
    }

    /** And what it follows from, in the words of the service. */
    private void verdict(Judgement judgement) {
        var words = new org.gardefroid.vaccines.custody.Texts(texts.locale(), texts.zone());
        html.append("<br><b>").append(text(words.verdict(judgement.ruling()))).append("</b>");
        judgement.grounds().stream().filter(Ground::holds)
                .forEach(ground -> html.append("<br>").append(text(words.ground(ground))));
    }

    private void action(Dose dose, String action, String key, String field) {
        form(action, dose.vial().value());
        if (!field.isEmpty()) {
            input(field, "care." + field, "list=\"lots\" maxlength=\"20\"");
        }
        html.append("<button class=\"plain\">").append(say(key)).append("</button></form>");
    }

    private void form(String action, String vial) {
        html.append("<form method=\"post\" action=\"/care/").append(action).append("?lang=").append(lang())
                .append("\"><input type=\"hidden\" name=\"token\" value=\"").append(token).append("\">");
        if (!vial.isEmpty()) {
            html.append("<input type=\"hidden\" name=\"vial\" value=\"").append(text(vial)).append("\">");
        }
    }

    private void input(String name, String key, String attributes) {
        html.append("<label>").append(say(key)).append("<input name=\"").append(name)
                .append("\" autocomplete=\"off\" ").append(attributes).append("></label>");
    }

    private void select(String name, String key, Stream<String[]> options) {
        html.append("<label>").append(say(key)).append("<select name=\"").append(name).append("\">");
        options.forEach(option -> html.append("<option value=\"").append(text(option[0])).append("\">")
                .append(text(option[1])).append("</option>"));
        html.append("</select></label>");
    }

    private String say(String key, Object... values) {
        return text(texts.say(key, values));
    }

    private String lang() {
        return texts.locale().getLanguage();
    }
}
