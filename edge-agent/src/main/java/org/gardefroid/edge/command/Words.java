package org.gardefroid.edge.command;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What a command says to a person: French, or English where the locale asks for it.
 *
 * @param bundle the base name of its texts, such as {@code org.gardefroid.edge.enrolment.Words}
 */
public record Words(String bundle, Locale locale) {

    /** @param environment of the process; not the JVM's locale, which is English where nothing is set */
    public static Words of(String bundle, Map<String, String> environment) {
        for (String name : new String[]{"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return new Words(bundle, value.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH);
            }
        }
        return new Words(bundle, Locale.FRENCH);
    }

    public String say(String key, Object... values) {
        ResourceBundle texts = ResourceBundle.getBundle(bundle, locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return String.format(locale, texts.getString(key), values);
    }
}
