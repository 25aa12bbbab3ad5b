package org.gardefroid.ingest.lots;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/** The decisions on lots, the latest first. */
@Singleton
public final class Decisions {

    private static final int LONGEST_REASON = 2_000;

    public List<Decision> of(Sql sql, int lot) {
        return sql.list(
                "SELECT decided_at, decision, reason, signed_as FROM lot_decision WHERE lot = ? ORDER BY id DESC",
                row -> new Decision(row.instant("decided_at"), Decision.What.ofCode(row.text("decision")),
                        row.text("reason"), row.text("signed_as")),
                lot);
    }

    /** To be called only for a person whose signature was checked for this. */
    public void sign(Sql sql, Person by, int lot, Decision.What what, String reason, Instant now) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new LotRefused("lot.refused.why", LONGEST_REASON);
        }
        sql.change(
                "INSERT INTO lot_decision (lot, decided_at, decision, reason, person, signed_as) VALUES (?, ?, ?, ?, ?, ?)",
                lot, now, what.code(), reason.strip(), by.id(), by.displayName());
        Audit.add(sql, now, by.name(), "lot-decided-" + what.code(), "lot " + lot);
    }
}
