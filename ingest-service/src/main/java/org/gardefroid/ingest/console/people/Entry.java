package org.gardefroid.ingest.console.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gardefroid.ingest.console.account.Role;
import org.gardefroid.ingest.console.view.Language;

/**
 * What is written down of a person; how they are reached may be empty.
 *
 * @param name what they sign in by; it is never given to another person
 * @param site its number
 * @param phone with its country, as {@code +33612345678}
 */
public record Entry(String name, String displayName, Role role, int site, Language language, String email,
        String phone) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,62}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;.]+");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.()-]");
    private static final int LONGEST = 120;

    /** @throws PersonRefused with the field that cannot be, and what was written in it */
    public static Entry of(String name, String displayName, String role, int site, String language, String email,
            String phone) {
        return new Entry(matching(NAME, name.strip().toLowerCase(Locale.ROOT), "name"), shown(displayName.strip()),
                Role.find(role).orElseThrow(() -> new PersonRefused("role", role)), site,
                Language.ofCode(language).orElseThrow(() -> new PersonRefused("language", language)),
                email.isBlank() ? "" : matching(EMAIL, email.strip(), "email"),
                phone.isBlank() ? "" : matching(PHONE, BETWEEN_DIGITS.matcher(phone).replaceAll(""), "phone"));
    }

    private static String matching(Pattern pattern, String text, String field) {
        if (text.length() > LONGEST || !pattern.matcher(text).matches()) {
            throw new PersonRefused(field, text);
        }
        return text;
    }

    private static String shown(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new PersonRefused("display", text);
        }
        return text;
    }

    /** As it is in the database: nothing rather than empty. */
    Optional<String> reachedByMail() {
        return Optional.of(email).filter(text -> !text.isEmpty());
    }

    Optional<String> reachedByPhone() {
        return Optional.of(phone).filter(text -> !text.isEmpty());
    }
}
