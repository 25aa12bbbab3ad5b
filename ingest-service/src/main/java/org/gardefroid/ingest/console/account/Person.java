package org.gardefroid.ingest.console.account;

import java.sql.SQLException;
import org.gardefroid.ingest.console.store.Row;
import org.gardefroid.ingest.console.view.Language;

/** Somebody who has come in by their own name. */
public record Person(int id, int site, String name, String displayName, Role role, Language language) {

    public static final String COLUMNS = "p.id, p.site, p.name, p.display_name, p.role, p.language";

    public static Person read(Row row) throws SQLException {
        return new Person(row.number("id"), row.number("site"), row.text("name"), row.text("display_name"),
                Role.ofCode(row.text("role")), Language.ofCode(row.text("language")).orElse(Language.FRENCH));
    }
}
