package org.gardefroid.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the command line says to a person: French, or English where the locale asks for it. */
final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.gardefroid.cli.Words", locale());

    private Words() {}

    /** French first: only a locale that asks for English gets English. */
    static Locale locale() {
        return asksForEnglish() ? Locale.ENGLISH : Locale.FRENCH;
    }

    // Not the JVM's default locale: it is English where nothing is set, and the launcher then speaks French.
    private static boolean asksForEnglish() {
        for (String name : new String[]{"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value.startsWith("en");
            }
        }
        return false;
    }

    static String say(String key, Object... values) {
        return String.format(locale(), BUNDLE.getString(key), values);
    }
}
