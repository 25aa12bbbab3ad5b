package org.gardefroid.edge.face;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.edge.box.Dose;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;

/**
 * What the box says to a person, in one language: French, or English.
 *
 * @param zone of the times that are shown
 */
public record Texts(Locale locale, ZoneId zone, ResourceBundle bundle) {

    public static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Paris");

    public static Texts in(Locale locale, ZoneId zone) {
        Locale spoken = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        return new Texts(spoken, zone, ResourceBundle.getBundle("org.gardefroid.edge.face.Texts", spoken,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    public boolean isFrench() {
        return locale.equals(Locale.FRENCH);
    }

    public String say(String key, Object... values) {
        return String.format(locale, bundle.getString(key), values);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** To a tenth of a degree, rounded outwards from nothing: 8.04 °C is 8.0, and never says more than the probe can. */
    public String celsius(Temperature temperature) {
        return String.format(locale, "%.1f °C", temperature.milliCelsius() / 1_000.0).replace('-', '−');
    }

    /** Hours and minutes, rounded down. */
    public String duration(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 60) {
            return say("minutes", minutes);
        }
        return minutes < 24 * 60 ? say("hours", minutes / 60, minutes % 60) : say("days", minutes / (24 * 60));
    }

    /** As it stands on a label. */
    public String day(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone).format(at);
    }

    /** Of the day. */
    public String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(at);
    }

    public String clockWithSeconds(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone).format(at);
    }

    /** What a vial or a syringe is called at the box. */
    public String called(Dose dose) {
        return dose.drawnFrom().map(vial -> say("page.syringe", dose.number(), vial))
                .orElseGet(() -> say("page.vial", dose.number()));
    }

    /** In one line of the display. */
    public String display(Concern concern) {
        return say(keyOf("display." + concern.kind().code(), concern.isSyringe()), concern.vial());
    }

    /** Of a syringe some sentences are others. */
    private String keyOf(String key, boolean isSyringe) {
        return isSyringe && bundle.containsKey(key + ".syringe") ? key + ".syringe" : key;
    }

    /** What is the matter. */
    public String what(Concern concern) {
        return fill("concern." + concern.kind().code(), concern);
    }

    /** What to do about it. */
    public String todo(Concern concern) {
        return fill("do." + concern.kind().code(), concern);
    }

    /** What holds a vial or a lot, without a word that gives its product away. */
    public String why(Judgement judgement) {
        return judgement.grounds().stream().filter(Ground::holds).map(ground -> say("why." + ground.code().code()))
                .distinct().collect(Collectors.joining(", "));
    }

    private String fill(String key, Concern concern) {
        return bundle.getString(keyOf(key, concern.isSyringe()))
                .replace("{vial}", Integer.toString(concern.vial()))
                .replace("{left}", concern.left().map(this::duration).orElse("?"))
                .replace("{since}", since(concern))
                .replace("{before}", before(concern))
                .replace("{temperature}", concern.temperature().map(this::celsius).orElse("?"))
                .replace("{subject}", concern.subject().substring(concern.subject().indexOf(':') + 1));
    }

    private String before(Concern concern) {
        return concern.since().map(at -> day(at) + " " + clock(at)).orElseGet(() -> say("before.restart"));
    }

    private String since(Concern concern) {
        return concern.since().map(at -> say("since.clock", clock(at)))
                .or(() -> concern.lasting().map(time -> say("since.lasting", duration(time))))
                .orElseGet(() -> say("since.restart"));
    }
}
