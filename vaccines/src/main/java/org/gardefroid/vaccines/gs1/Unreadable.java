package org.gardefroid.vaccines.gs1;

import java.util.List;
import java.util.Locale;

/**
 * A scan that gives no label.
 *
 * @param values what the text of {@link #messageKey} names: the value, and what was expected in its place
 */
public record Unreadable(Fault fault, List<String> values) implements Scan {

    /** What was wrong with it. The comments say which values go with each, in order. */
    public enum Fault {
        /** Nothing was scanned. */
        EMPTY,
        /** Its length, and the limit. */
        TOO_LONG,
        /** The text: no sign of GS1, and no bare article number either. */
        NOT_GS1,
        /** The text: typed by a scanner set to another keyboard layout than the machine's. */
        KEYBOARD_LAYOUT,
        /** The symbology identifier. */
        SYMBOLOGY,
        /** The text from where no application identifier was found. */
        UNKNOWN_IDENTIFIER,
        /** The text from where a bracket is missing. */
        BRACKET,
        /** The address. */
        LINK,
        /** The application identifier, its value, the length it must have. */
        LENGTH,
        /** The application identifier, its value, the character. */
        CHARACTER,
        /** The application identifier or the article number, its value, the right check digit. */
        CHECK_DIGIT,
        /** The application identifier, its value. */
        DATE,
        /** The application identifier, its value, the name of the rule. */
        CONTENT,
        /** The application identifier, one value, another value. */
        CONTRADICTION
    }

    public Unreadable {
        values = List.copyOf(values);
    }

    /** The key of the text that tells a person of it. */
    public String messageKey() {
        return "scan." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
