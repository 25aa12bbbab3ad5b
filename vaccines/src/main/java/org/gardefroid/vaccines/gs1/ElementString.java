package org.gardefroid.vaccines.gs1;

import java.util.ArrayList;
import java.util.List;

/** The elements that follow one another in a symbol: an identifier, its value, a separator where no length is known. */
final class ElementString {

    /** What a scanner sends for FNC1: the control character GS. */
    static final char SEPARATOR = '\u001d';

    private ElementString() {}

    /** One separator too many does no harm; one too few ends in a value that is too long, or in a wrong identifier. */
    static List<Element> read(String text) {
        List<Element> elements = new ArrayList<>();
        int at = pastSeparators(text, 0);
        while (at < text.length()) {
            int from = at;
            ApplicationIdentifier identifier = ApplicationIdentifiers.at(text, at).orElseThrow(
                    () -> new UnreadableException(Unreadable.Fault.UNKNOWN_IDENTIFIER, text.substring(from)));
            at += identifier.digits().length();
            int end = text.indexOf(SEPARATOR, at) < 0 ? text.length() : text.indexOf(SEPARATOR, at);
            if (identifier.hasPredefinedLength()) {
                end = Math.min(end, at + identifier.longest());
            }
            elements.add(Element.of(identifier, text.substring(at, end)));
            at = pastSeparators(text, end);
        }
        return elements;
    }

    private static int pastSeparators(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == SEPARATOR) {
            at++;
        }
        return at;
    }
}
