package org.gardefroid.ingest.lots;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/** What people record of opened vials and of syringes, where no box tells it: that one has travelled apart. */
@Singleton
public final class VialBook {

    private static final String STANDING = """
            SELECT e.name FROM verdict v JOIN equipment e ON e.id = v.equipment WHERE v.until IS NULL AND v.vial = ?""";

    private static final String MOVE = """
            INSERT INTO vial_move (vial, equipment, moved_at, entered_at, entered_by)
            SELECT ?, id, ?, ?, ? FROM equipment WHERE name = ? AND state = ?""";

    /** Where it was told of last; empty for one that no box has told of. */
    public Optional<String> where(Sql sql, String vial) {
        return sql.first(STANDING, row -> row.text("name"), vial);
    }

    /** From now on it is in that equipment, and judged by what is measured there. */
    public void move(Sql sql, Person by, String vial, String equipment, Instant at, Instant now) {
        String from = where(sql, vial).orElseThrow(() -> new LotRefused("vial.refused.unknown", vial));
        if (from.equals(equipment)) {
            throw new LotRefused("lot.refused.same", equipment);
        }
        LotBook.checkTime(at, now);
        if (sql.change(MOVE, vial, at, now, by.name(), equipment, Arming.IN_SERVICE) == 0) {
            throw new LotRefused("lot.refused.not-in-service");
        }
        Audit.add(sql, now, by.name(), "vial-moved", "vial " + vial);
    }
}
