package org.gardefroid.ingest.enrolment;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.ingest.store.Row;

/**
 * A device as the list shows it.
 *
 * @param certificateEnds of the last certificate that the service signed for it; empty if it signed none
 * @param heardAt when something of it was last stored
 */
public record DeviceLine(String name, int shard, boolean foreign, String siteFr, String siteEn,
        Optional<Instant> revokedAt,
        Optional<Instant> certificateEnds, Optional<Instant> heardAt) {

    static final String SELECT = """
            SELECT d.name, d.shard, d.kind = 'foreign' AS is_foreign, s.label_fr, s.label_en, d.revoked_at,
                (SELECT max(c.ends_at) FROM device_certificate c WHERE c.device = d.id AND c.revoked_at IS NULL) AS ends_at,
                (SELECT max(j.last_received_at) FROM journal j WHERE j.device = d.id) AS heard_at
            FROM device d JOIN site s ON s.id = d.site AND d.kind <> 'canary'""";

    static DeviceLine read(Row row) throws SQLException {
        return new DeviceLine(row.text("name"), row.number("shard"), row.flag("is_foreign"), row.text("label_fr"),
                row.text("label_en"), row.instantIfAny("revoked_at"), row.instantIfAny("ends_at"),
                row.instantIfAny("heard_at"));
    }
}
