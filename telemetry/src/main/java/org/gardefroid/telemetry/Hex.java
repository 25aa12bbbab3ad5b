package org.gardefroid.telemetry;

/** Hexadecimal digits. Looked at for every message that arrives, so by a plain loop. */
final class Hex {

    private Hex() {}

    /** Whether this is so many digits, none of them in upper case. */
    static boolean isLowerCase(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
