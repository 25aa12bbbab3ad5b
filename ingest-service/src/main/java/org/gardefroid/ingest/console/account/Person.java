package org.gardefroid.ingest.console.account;

import java.sql.SQLException;
import org.gardefroid.ingest.console.view.Language;
import org.gardefroid.ingest.store.Row;

/**
 * Somebody who has come in by their own name.
 *
 * @param hasToChoose a password, for theirs is known to whoever made it
 */
public record Person(
        int id,
        int site,
        String name,
        String displayName,
        Role role,
        Language language,
        boolean hasToChoose) {

    public static final String COLUMNS = "p.id, p.site, p.name, p.display_name, p.role, p.language, p.password_once";

    public static Person read(Row row) throws SQLException {
        return new Person(row.number("id"), row.number("site"), row.text("name"), row.text("display_name"),
                Role.ofCode(row.text("role")), Language.ofCode(row.text("language")).orElse(Language.FRENCH),
                row.flag("password_once"));
    }
}
