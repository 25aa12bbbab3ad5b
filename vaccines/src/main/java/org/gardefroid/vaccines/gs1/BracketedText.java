package org.gardefroid.vaccines.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text under a symbol, as a person types it: each identifier in brackets, {@code \(} for a bracket in a value. */
final class BracketedText {

    private static final Pattern ELEMENT = Pattern.compile("\\((\\d{2,4})\\)((?:\\\\\\(|[^(])*)");

    private BracketedText() {}

    static List<Element> read(String text) {
        List<Element> elements = new ArrayList<>();
        Matcher next = ELEMENT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!next.find(at) || next.start() != at) {
                throw new UnreadableException(Unreadable.Fault.BRACKET, text.substring(at));
            }
            String digits = next.group(1);
            ApplicationIdentifier identifier = ApplicationIdentifiers.of(digits)
                    .orElseThrow(() -> new UnreadableException(Unreadable.Fault.UNKNOWN_IDENTIFIER, digits));
            elements.add(Element.of(identifier, next.group(2).replace("\\(", "(").strip()));
            at = next.end();
        }
        return elements;
    }
}
