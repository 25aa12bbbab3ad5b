package org.gardefroid.edge.page;

import java.util.List;
import java.util.Optional;

/**
 * The plan de repli: what to do when the box cannot keep the vaccines, and whom to call, in the order given.
 *
 * @param french in words; empty if none was written
 * @param english the same
 */
public record Plan(Optional<String> french, Optional<String> english, List<Contact> numbers) {

    public static final Plan NONE = new Plan(Optional.empty(), Optional.empty(), List.of());

    /** @param phone digits, spaces and a leading plus */
    public record Contact(String who, String phone) {

        public Contact {
            if (!phone.matches("\\+?[0-9 ]{2,20}")) {
                throw new IllegalArgumentException(
                        "a phone number is 2 to 20 digits and spaces, with a plus before if need be: " + phone);
            }
        }

        String dialled() {
            return phone.replace(" ", "");
        }
    }

    public Plan {
        numbers = List.copyOf(numbers);
    }
}
