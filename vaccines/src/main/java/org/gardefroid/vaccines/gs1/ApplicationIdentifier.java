package org.gardefroid.vaccines.gs1;

import java.util.List;
import java.util.Set;

/**
 * What the GS1 General Specifications say of one application identifier.
 *
 * @param digits 2 to 4
 * @param components in order; only the last may vary in length, and none that must be there follows one that may not be
 */
record ApplicationIdentifier(String digits, List<Component> components) {

    /** General Specifications, "Element strings with predefined length": told by the first two digits, for ever. */
    private static final Set<String> PREDEFINED = Set.of("00", "01", "02", "03", "04", "11", "12", "13", "14", "15",
            "16", "17", "18", "19", "20", "31", "32", "33", "34", "35", "36", "41");

    ApplicationIdentifier {
        components = List.copyOf(components);
    }

    /** Whether what follows it needs no separator, because its length is known. */
    boolean hasPredefinedLength() {
        return PREDEFINED.contains(digits.substring(0, 2));
    }

    int longest() {
        return components.stream().mapToInt(Component::longest).sum();
    }

    /** @throws UnreadableException if it is not a value of this identifier */
    void check(String value) {
        int at = 0;
        for (Component component : components) {
            if (component.optional() && at == value.length()) {
                return;
            }
            int end = Math.min(value.length(), at + component.longest());
            component.check(this, value, value.substring(at, end));
            at = end;
        }
        if (at < value.length()) {
            throw wrongLength(value);
        }
    }

    UnreadableException wrongLength(String value) {
        return new UnreadableException(Unreadable.Fault.LENGTH, digits, value, lengths());
    }

    /** Such as {@code 14}, {@code 1…20} or {@code 6…12}. */
    private String lengths() {
        int least = components.stream().filter(component -> !component.optional()).mapToInt(Component::shortest).sum();
        return least == longest() ? Integer.toString(least) : least + "…" + longest();
    }
}
