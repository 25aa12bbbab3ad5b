package org.gardefroid.edge.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.gardefroid.edge.face.Texts;

import static org.gardefroid.edge.page.Html.text;

/** What every page has: one style and one script of our own, inside it, and nothing from anywhere else. */
final class Layout {

    static final String STYLE = resource("page.css");
    static final String SCRIPT = resource("page.js");

    /** Only this style and this script, by their hashes; forms go nowhere else, nobody frames it. */
    static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT)
            + "'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Layout() {}

    /** The page that keeps itself up to date: by the script, or without one by being fetched anew. */
    static String live(Texts texts, String main) {
        return page(texts, "page.title",
                "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>",
                lost(texts) + main, "<script>" + SCRIPT + "</script>");
    }

    /** One with forms: the script keeps up to date what nobody writes in; fetched anew it would lose what was written. */
    static String followed(Texts texts, String main) {
        return page(texts, "care.title", "", lost(texts) + "<noscript><p class=\"told\">"
                + text(texts.say("care.no-script")) + "</p></noscript>" + main, "<script>" + SCRIPT + "</script>");
    }

    private static String lost(Texts texts) {
        return "<div id=\"lost\"><p>" + text(texts.say("page.lost"))
                + " <span id=\"seconds\"></span>.</p><p>" + text(texts.say("page.lost-do"))
                + "</p></div><p class=\"said\" id=\"said\" role=\"status\" aria-live=\"assertive\"></p>";
    }

    static String still(Texts texts, String main) {
        return page(texts, "care.title", "", main, "");
    }

    private static String page(Texts texts, String title, String head, String main, String script) {
        return "<!DOCTYPE html><html lang=\"" + texts.locale().getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + text(texts.say(title)) + "</title>" + head + "<style>" + STYLE + "</style></head><body><main>" + main
                + "</main>" + script + "</body></html>";
    }

    private static String resource(String name) {
        try (InputStream stream = Layout.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static String hash(String content) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
