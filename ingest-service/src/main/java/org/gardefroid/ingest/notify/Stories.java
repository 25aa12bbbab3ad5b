package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.gardefroid.alerting.Cause;

/**
 * Makes one story of a door that stood open and the cold that was lost by it: as long as the temperature's alarm goes on, the
 * door's is part of it, whichever came first, and nobody is called for it by itself.
 */
final class Stories {

    private static final Set<Cause> LEADING = Set.of(Cause.TOO_WARM, Cause.TOO_COLD);

    private static final String LEAD = """
            UPDATE alarm part SET part_of = lead.id FROM alarm lead
            WHERE lead.id = ? AND part.equipment = lead.equipment AND part.document ->> 'cause' = 'door-left-open'
                AND part.cleared_at IS NULL AND part.withdrawn_at IS NULL AND part.closed_at IS NULL""";
    private static final String FOLLOW = """
            UPDATE alarm part SET part_of = (SELECT max(lead.id) FROM alarm lead WHERE lead.equipment = part.equipment
                AND lead.document ->> 'cause' IN ('too-warm', 'too-cold') AND lead.cleared_at IS NULL
                AND lead.withdrawn_at IS NULL AND lead.closed_at IS NULL)
            WHERE part.id = ?""";

    private Stories() {}

    static void join(Connection connection, long alarm, Cause cause) throws SQLException {
        boolean isLeading = LEADING.contains(cause);
        if (isLeading || cause == Cause.DOOR_LEFT_OPEN) {
            try (PreparedStatement update = connection.prepareStatement(isLeading ? LEAD : FOLLOW)) {
                update.setLong(1, alarm);
                update.executeUpdate();
            }
        }
    }
}
