package org.gardefroid.ingest.console.people;

import java.sql.SQLException;
import org.gardefroid.ingest.console.account.Role;
import org.gardefroid.ingest.console.view.Language;
import org.gardefroid.ingest.store.Row;

/**
 * A person as the list shows them.
 *
 * @param mayEnter whether there is a password to their name
 * @param hasToChoose whether that password is for one time
 * @param calls of how many steps of a cascade it is this person who is called by name
 */
public record Listed(Entry entry, String siteFr, String siteEn, boolean mayEnter, boolean hasToChoose, boolean disabled,
        int calls) {

    static final String SELECT = """
            SELECT p.name, p.display_name, p.role, p.site, p.language, coalesce(p.email, '') AS email,
                coalesce(p.phone, '') AS phone, s.label_fr, s.label_en, p.password_hash IS NOT NULL AS may_enter,
                p.password_once, p.disabled_at IS NOT NULL AS disabled,
                (SELECT count(*)::integer FROM cascade_step c WHERE c.person = p.id) AS calls
            FROM person p JOIN site s ON s.id = p.site""";

    static Listed read(Row row) throws SQLException {
        Entry entry = new Entry(row.text("name"), row.text("display_name"),
                Role.find(row.text("role")).orElseThrow(), row.number("site"),
                Language.ofCode(row.text("language")).orElse(Language.FRENCH), row.text("email"), row.text("phone"));
        return new Listed(entry, row.text("label_fr"), row.text("label_en"), row.flag("may_enter"),
                row.flag("password_once"), row.flag("disabled"), row.number("calls"));
    }
}
