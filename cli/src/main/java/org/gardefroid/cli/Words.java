package org.gardefroid.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.gardefroid.telemetry.json.JsonProblem;

/** What the command line says to a person: French, or English where the locale asks for it. */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.gardefroid.cli.Words", locale(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    private Words() {}

    /** French first: only a locale that asks for English gets English. */
    public static Locale locale() {
        // Not the JVM's default locale: it is English where nothing is set, and the launcher then speaks French.
        for (String name : new String[]{"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
            }
        }
        return Locale.FRENCH;
    }

    /** One line of it. */
    public static String of(JsonProblem problem) {
        return (isFrench() ? problem.inFrench() : String.valueOf(problem.getMessage())).lines().findFirst().orElse("");
    }

    public static boolean isFrench() {
        return locale().equals(Locale.FRENCH);
    }

    public static String say(String key, Object... values) {
        return String.format(locale(), BUNDLE.getString(key), values);
    }

    /** What an alarm is about; a technical one that has no word here is called by its code. */
    public static String cause(String code) {
        String key = "cause." + code;
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : code;
    }
}
