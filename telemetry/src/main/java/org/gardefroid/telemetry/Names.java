package org.gardefroid.telemetry;

/**
 * The form that all names share: they stand in topics, certificates, addresses of pages and SenML records, so that they
 * are kept to what is plain in each of these.
 */
final class Names {

    static final int LONGEST = 63;

    private Names() {}

    static String check(String kind, String name) {
        if (!isPlain(name)) {
            throw new RefusedValue("un nom a de 1 à " + LONGEST
                    + " caractères parmi a-z, 0-9, « - », « _ » et « . », le premier une lettre ou un chiffre : "
                    + quoted(name),
                    kind + " must be 1 to " + LONGEST
                            + " of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit: " + quoted(name));
        }
        return name;
    }

    static boolean isPlain(String name) {
        if (name.isEmpty() || name.length() > LONGEST || !isLetterOrDigit(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static String quoted(String name) {
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
        return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
