package org.gardefroid.ingest.products;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/** Profiles by product. What is signed is written once: a signature makes a new revision, with the same figures. */
@Singleton
public final class ProfileBook {

    private static final String COLUMNS = """
            product, revision, coalesce(document -> 'name' ->> 'fr', product) AS name_fr,
            coalesce(document -> 'name' ->> 'en', product) AS name_en, source, jsonb_pretty(document) AS document,
            validated_by, validated_at""";

    private static final String LATEST = "SELECT DISTINCT ON (product) " + COLUMNS
            + " FROM product_profile WHERE {which} ORDER BY product, revision DESC";

    /** Only if {@code revision} is the latest still: nobody signs what they have not read. */
    private static final String SIGN = """
            INSERT INTO product_profile (product, revision, document, source, validated_by, validated_at)
            SELECT product, revision + 1, document || jsonb_build_object('revision', revision + 1,
                'validation', jsonb_build_object('by', ?::text, 'on', to_char(?::timestamptz, 'YYYY-MM-DD'))), source, ?, ?
            FROM product_profile p WHERE product = ? AND revision = ? AND validated_by IS NULL
                AND NOT EXISTS (SELECT FROM product_profile l WHERE l.product = p.product AND l.revision > p.revision)
            ON CONFLICT DO NOTHING""";

    public List<ProfileRevision> latest(Sql sql) {
        return find(sql, LATEST.replace("{which}", "true"));
    }

    public Optional<ProfileRevision> latest(Sql sql, String product) {
        return find(sql, LATEST.replace("{which}", "product = ?"), product).stream().findFirst();
    }

    private static List<ProfileRevision> find(Sql sql, String statement, Object... parameters) {
        return sql.list(statement,
                row -> new ProfileRevision(row.text("product"), row.number("revision"), row.text("name_fr"),
                        row.text("name_en"), row.text("source"), row.text("document"), row.textIfAny("validated_by"),
                        row.instantIfAny("validated_at")),
                parameters);
    }

    /**
     * To be called only for a pharmacist whose signature was checked for this.
     *
     * @return whether it was signed: not if it is signed already, or there is a newer revision
     */
    public boolean sign(Sql sql, Person by, String product, int revision, Instant now) {
        boolean signed = sql.change(SIGN, by.displayName(), now, by.displayName(), now, product, revision) == 1;
        if (signed) {
            Audit.add(sql, now, by.name(), "profile-signed", "product " + product + " revision " + (revision + 1));
        }
        return signed;
    }
}
