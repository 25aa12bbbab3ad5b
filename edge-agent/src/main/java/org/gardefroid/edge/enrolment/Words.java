package org.gardefroid.edge.enrolment;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What is said to whoever enrols a device: French, or English where the locale asks for it. */
record Words(Locale locale) {

    /** @param environment of the process; not the JVM's locale, which is English where nothing is set */
    static Words of(Map<String, String> environment) {
        for (String name : new String[]{"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return new Words(value.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH);
            }
        }
        return new Words(Locale.FRENCH);
    }

    String say(String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle("org.gardefroid.edge.enrolment.Words", locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return String.format(locale, bundle.getString(key), values);
    }
}
