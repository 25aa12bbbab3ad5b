package org.gardefroid.vaccines.gs1;

import java.util.List;

/**
 * A stretch of a value.
 *
 * @param shortest in characters, if it is there at all
 * @param longest in characters
 * @param rules that its content keeps besides
 */
record Component(Characters characters, int shortest, int longest, boolean optional, List<Content> rules) {

    Component {
        rules = List.copyOf(rules);
    }

    void check(ApplicationIdentifier identifier, String value, String part) {
        part.chars().filter(c -> !characters.has((char) c)).findFirst().ifPresent(c -> {
            throw new UnreadableException(Unreadable.Fault.CHARACTER, identifier.digits(), value,
                    Character.toString(c));
        });
        if (part.length() < shortest) {
            throw identifier.wrongLength(value);
        }
        for (Content rule : rules) {
            if (!rule.isKeptBy(part)) {
                throw broken(rule, identifier, value, part);
            }
        }
    }

    private static UnreadableException broken(Content rule, ApplicationIdentifier identifier, String value,
            String part) {
        return switch (rule) {
            case CHECK_DIGIT -> new UnreadableException(Unreadable.Fault.CHECK_DIGIT, identifier.digits(), value,
                    Integer.toString(CheckDigits.digit(part)));
            case DATE, DAY_OR_MONTH, LONG_DATE -> new UnreadableException(Unreadable.Fault.DATE, identifier.digits(),
                    value);
            default -> new UnreadableException(Unreadable.Fault.CONTENT, identifier.digits(), value, rule.code());
        };
    }
}
