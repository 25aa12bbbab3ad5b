package org.gardefroid.ingest.enrolment;

import java.util.Locale;
import java.util.regex.Pattern;
import org.gardefroid.ingest.console.account.Tokens;

/** A code as a person types it: with capitals and blanks or without, it is the same. */
final class CodeText {

    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    private CodeText() {}

    static byte[] hash(String typed) {
        return Tokens.hash(BETWEEN.matcher(typed.toLowerCase(Locale.ROOT)).replaceAll(""));
    }
}
