package org.gardefroid.edge.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.edge.box.Dose;
import org.gardefroid.edge.box.ProfilesInForce;
import org.gardefroid.edge.box.Spoken;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.gardefroid.vaccines.ProductProfile;

import static org.gardefroid.edge.page.Html.text;

/** What is behind the code: products, lots, and what can be told of a vial. */
final class CarePage {

    private final Box box;
    private final Texts texts;
    private final String token;
    private final List<ProductProfile> profiles;
    private final CareNews news;
    private final StringBuilder html = new StringBuilder(8_192);
    private int fields;

    CarePage(Box box, Texts texts, String token) {
        this.box = box;
        this.texts = texts;
        this.token = token;
        this.news = new CareNews(box, texts, html);
        this.profiles = box.brief().map(ProfilesInForce::of).orElse(List.of());
    }

    /** @param told what came of the last form */
    String html(Optional<String> told) {
        html.append("<h1>").append(say("care.title")).append("</h1>");
        told.ifPresent(line -> html.append("<p class=\"told\" role=\"status\">").append(text(line)).append("</p>"));
        html.append("<div id=\"live\" data-from=\"/care/live\">");
        news.word();
        html.append("</div>");
        if (news.isOfNow()) {
            html.append("<div class=\"now\">");
            memory();
            start();
            if (news.doses().isEmpty()) {
                html.append("<p>").append(say("care.none")).append("</p>");
            }
            news.doses().forEach(this::dose);
            lots();
            html.append("</div>");
        }
        html.append("<p><a class=\"button\" href=\"/care?lang=").append(lang()).append("\">")
                .append(say("care.again")).append("</a></p><p><a class=\"button\" href=\"/?lang=").append(lang())
                .append("\">").append(say("care.back"))
                .append("</a></p>");
        form("leave", "");
        html.append("<button class=\"plain\">").append(say("care.leave")).append("</button></form>");
        return Layout.followed(texts, html.toString());
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

    /** Whoever says that it is seen has the code, and the vials before them. */
    private void memory() {
        box.latest().stream().flatMap(state -> state.concerns().stream())
                .filter(concern -> concern.kind() == Concern.Kind.MEMORY_LOST).forEach(concern -> {
                    html.append("<fieldset><p>").append(text(texts.what(concern))).append("</p><p>")
                            .append(text(texts.todo(concern))).append("</p>");
                    form("memory", "");
                    html.append("<button>").append(say("care.memory-seen")).append("</button></form></fieldset>");
                });
    }

    private void start() {
        List<Brief.Profile> products = box.brief().map(Brief::profiles).orElse(List.of());
        html.append("<fieldset><legend>").append(say("care.start")).append("</legend>");
        if (products.isEmpty()) {
            html.append("<p>").append(say("care.no-product")).append("</p></fieldset>");
            return;
        }
        form("start", "");
        input("label", "care.label", "autofocus autocapitalize=\"none\" maxlength=\"200\"");
        lotOf("care.by-code");
        select("product", "care.product", Optional.of("care.by-lot"), products.stream()
                .map(product -> new Choice(product.product().value(), name(product.product()))));
        select("step", "care.step", Optional.of("care.only-step"), Stream.of(VialStep.values())
                .filter(ProductProfile::isStart)
                .map(step -> new Choice(step.code(), texts.say("care.step." + step.code()))));
        html.append("<button>").append(say("care.do-start")).append("</button></form></fieldset>");
    }

    /** Picked where the brief says what is here; a thumb in a glove types no lot. */
    private void lotOf(String open) {
        if (news.placed().isEmpty()) {
            input("lot", "care.lot", "maxlength=\"20\"");
        } else {
            select("lot", "care.lot", Optional.of(open), news.placed().stream()
                    .map(lot -> new Choice(lot.way().lot().name(),
                            lot.way().lot().name() + " · " + news.name(lot.name()))));
        }
    }

    /** A product whose profile cannot be read goes by its short name. */
    private String name(ProductId product) {
        return profiles.stream().filter(profile -> profile.product().equals(product)).findFirst()
                .map(profile -> news.name(new Spoken(profile.nameFr(), profile.nameEn()))).orElse(product.value());
    }

    private void lots() {
        html.append("<fieldset><legend>").append(say("care.lots")).append("</legend>");
        news.lots();
        html.append("</fieldset>");
    }

    private void dose(Dose dose) {
        html.append("<fieldset><legend>").append(text(texts.called(dose))).append("</legend>");
        news.dose(dose);
        action(dose, dose.inside() ? "out" : "in", dose.inside() ? "care.out" : "care.in", "");
        if (!dose.isSyringe()) {
            ofVial(dose);
        }
        form("end", dose.vial().value());
        select("end", "care.end", Optional.empty(), Stream.of(VialEnd.values())
                .map(end -> new Choice(end.code(), texts.say("care.end." + end.code()))));
        input("container", "care.container", "maxlength=\"63\"");
        html.append("<button>").append(say("care.end")).append("</button></form>");
        voided(dose);
        html.append("</fieldset>");
    }

    /** Folded away: it is pressed seldom, and must not be pressed in place of what stands above it. */
    private void voided(Dose dose) {
        html.append("<details><summary>").append(say(dose.isSyringe() ? "care.void.syringe" : "care.void"))
                .append("</summary>");
        form("void", dose.vial().value());
        select("reason", "care.reason", Optional.empty(), Stream.of(VoidReason.values())
                .map(reason -> new Choice(reason.code(), texts.say(
                        "care.reason." + reason.code() + (dose.isSyringe() ? ".syringe" : "")))));
        input("by", "care.by", "required maxlength=\"" + Event.StartVoided.LONGEST_NAME + "\"");
        html.append("<button class=\"plain\">").append(say("care.do-void")).append("</button></form></details>");
    }

    private void ofVial(Dose vial) {
        if (vial.lot().isEmpty()) {
            action(vial, "lot", "care.attribute", "lot");
        }
        number(vial, "doses", "doses", vial.dosesLeft().map(Object::toString).orElse(""), "care.set");
        number(vial, "draw", "syringes", "1", "care.draw");
    }

    /** A number and its button. */
    private void number(Dose vial, String action, String name, String value, String button) {
        form(action, vial.vial().value());
        input(name, "care." + name, "inputmode=\"numeric\" maxlength=\"3\" value=\"" + value + "\"");
        html.append("<button class=\"plain\">").append(say(button)).append("</button></form>");
    }

    private void action(Dose dose, String action, String key, String field) {
        form(action, dose.vial().value());
        if (!field.isEmpty()) {
            lotOf("care.choose");
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
        String id = label(key);
        html.append("<input id=\"").append(id).append("\" name=\"").append(name)
                .append("\" autocomplete=\"off\" ").append(attributes).append('>');
    }

    /** Beside what it names and not around it, so that a choice's texts are no part of its name. */
    private String label(String key) {
        String id = "f" + ++fields;
        html.append("<label for=\"").append(id).append("\">").append(say(key)).append("</label>");
        return id;
    }

    private record Choice(String value, String words) {}

    /** @param open the text of the choice that says nothing, if there is one */
    private void select(String name, String key, Optional<String> open, Stream<Choice> choices) {
        String id = label(key);
        html.append("<select id=\"").append(id).append("\" name=\"").append(name).append("\">");
        Stream.concat(open.map(none -> new Choice("", texts.say(none))).stream(), choices)
                .forEach(choice -> html.append("<option value=\"").append(text(choice.value())).append("\">")
                        .append(text(choice.words())).append("</option>"));
        html.append("</select>");
    }

    private String say(String key, Object... values) {
        return text(texts.say(key, values));
    }

    private String lang() {
        return texts.locale().getLanguage();
    }
}
