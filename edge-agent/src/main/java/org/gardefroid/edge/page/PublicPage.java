package org.gardefroid.edge.page;

import java.util.Optional;
import org.gardefroid.edge.face.Texts;

import static org.gardefroid.edge.page.Html.text;

/** What anybody in the box's Wi-Fi may see: no product, no lot, no name. */
final class PublicPage {

    private final Box box;
    private final Plan plan;

    /** So that no other site's page can press our buttons: it cannot read this one. */
    private final String token;

    PublicPage(Box box, Plan plan, String token) {
        this.box = box;
        this.plan = plan;
        this.token = token;
    }

    String html(Texts texts) {
        String other = texts.isFrench() ? "en" : "fr";
        return Layout.live(texts, "<div id=\"live\">" + new LivePart(box, texts).html() + "</div>"
                + button(texts, "/heard", "page.heard", "") + button(texts, "/quiet", "page.quiet", " class=\"plain\"")
                + plan(texts) + "<p><a class=\"button\" href=\"/care?lang=" + texts.locale().getLanguage() + "\">"
                + text(texts.say("page.care")) + "</a></p><p><a href=\"/?lang=" + other + "\" lang=\"" + other + "\">"
                + text(texts.say("page.language")) + "</a></p>");
    }

    private String button(Texts texts, String path, String key, String extra) {
        return "<form class=\"now\" method=\"post\" action=\"" + path + "?lang=" + texts.locale().getLanguage()
                + "\"><input type=\"hidden\" name=\"token\" value=\"" + token + "\"><button" + extra + ">"
                + text(texts.say(key)) + "</button></form>";
    }

    private String plan(Texts texts) {
        StringBuilder html = new StringBuilder("<section id=\"plan\"><h2>").append(text(texts.say("page.plan")))
                .append("</h2>");
        Optional<String> words = texts.isFrench() ? plan.french().or(plan::english) : plan.english().or(plan::french);
        words.ifPresent(said -> html.append("<p>").append(text(said)).append("</p>"));
        plan.numbers().forEach(number -> html.append("<p><a class=\"button\" href=\"tel:").append(number.dialled())
                .append("\">").append(text(number.who())).append(" : ").append(text(number.phone()))
                .append("</a></p>"));
        if (plan.numbers().isEmpty()) {
            html.append("<p>").append(text(texts.say("page.plan-none"))).append("</p>");
        }
        return html.append("</section>").toString();
    }
}
