package org.gardefroid.ingest.enrolment;

import java.sql.SQLException;
import java.time.Instant;
import org.gardefroid.ingest.store.Row;

/**
 * A device that asks to be let in.
 *
 * @param fingerprint of its key, as the device shows it too
 * @param replaces whether other certificates of this device count, which will no longer when this is approved
 */
public record PendingRequest(long id, String device, String fingerprint, Instant requestedAt, String codeMadeBy,
        boolean replaces) {

    static final String SELECT = """
            SELECT e.id, d.name, e.fingerprint, e.requested_at, e.made_by,
                EXISTS (SELECT FROM device_certificate c
                    WHERE c.device = d.id AND c.revoked_at IS NULL AND c.ends_at > ?) AS replaces
            FROM enrolment e JOIN device d ON d.id = e.device
            WHERE e.requested_at > ? AND e.decided_at IS NULL ORDER BY e.requested_at""";

    static PendingRequest read(Row row) throws SQLException {
        return new PendingRequest(row.big("id"), row.text("name"), row.text("fingerprint"), row.instant("requested_at"),
                row.text("made_by"), row.flag("replaces"));
    }
}
