package org.gardefroid.ingest.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.VialId;

/** Which vials and syringes people have put elsewhere lately. */
final class VialMoves {

    /** It is entered by the clock of another program, and committed a moment later. */
    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(30);

    private static final String SINCE = "SELECT DISTINCT vial FROM vial_move WHERE entered_at > ?";

    private Instant lookedAt = Instant.MAX;

    /** Those entered since this was last asked; a start reads what was recorded of all of them anyway. */
    Set<VialId> since(Sql sql, Instant now) {
        Set<VialId> moved = new HashSet<>();
        if (lookedAt.isBefore(now)) {
            moved.addAll(sql.list(SINCE, row -> new VialId(row.text("vial")), lookedAt.minus(COMMITTED_WITHIN)));
        }
        lookedAt = now;
        return moved;
    }
}
