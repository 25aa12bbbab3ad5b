package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.DoseTimeOver;
import org.gardefroid.alerting.FactId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.Due;

/** The table of dose clocks, of one equipment: a row for each step that began a time. */
final class DoseRows {

    private static final String UPSERT = """
            INSERT INTO dose_clock (equipment, vial, product, profile_revision, step, started_at, deadline_at,
                deadline_reason, expired_at, finished_at, voided_at, drawn_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (vial, step, started_at) DO UPDATE SET equipment = excluded.equipment,
                product = excluded.product, profile_revision = excluded.profile_revision,
                deadline_at = excluded.deadline_at, deadline_reason = excluded.deadline_reason,
                expired_at = excluded.expired_at, finished_at = excluded.finished_at, voided_at = excluded.voided_at,
                drawn_from = excluded.drawn_from""";

    private static final String OVER = """
            SELECT id, vial, drawn_from, product, deadline_at, finished_at FROM dose_clock
            WHERE equipment = ? AND expired_at IS NOT NULL AND voided_at IS NULL
                AND (finished_at IS NULL OR finished_at >= ?)""";

    private final Connection connection;
    private final Watched watched;

    DoseRows(Connection connection, Watched watched) {
        this.connection = connection;
        this.watched = watched;
    }

    void write(Collection<DoseRow> doses) throws SQLException {
        if (doses.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (DoseRow dose : doses) {
                set(upsert, dose);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private void set(PreparedStatement upsert, DoseRow dose) throws SQLException {
        upsert.setInt(1, watched.id());
        upsert.setString(2, dose.vial().value());
        upsert.setString(3, dose.product().value());
        if (dose.revision().isPresent()) {
            upsert.setInt(4, dose.revision().getAsInt());
        } else {
            upsert.setNull(4, Types.INTEGER);
        }
        upsert.setString(5, dose.step().code());
        upsert.setObject(6, Columns.time(dose.startedAt()));
        Columns.time(upsert, 7, dose.deadline().map(Due::at));
        upsert.setString(8, dose.deadline().map(Due::by).orElse("no-figure"));
        Columns.time(upsert, 9, dose.expiredAt());
        Columns.time(upsert, 10, dose.finishedAt());
        Columns.time(upsert, 11, dose.voidedAt());
        upsert.setString(12, dose.drawnFrom().map(VialId::value).orElse(null));
    }

    /** What is over, and was not finished before {@code from}. */
    Map<FactId, FactRows.Stored> reaching(Instant from) throws SQLException {
        Map<FactId, FactRows.Stored> facts = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OVER)) {
            select.setInt(1, watched.id());
            select.setObject(2, Columns.time(from));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    DoseTimeOver over = DoseTimeOver.of(watched.name(), new VialId(row.getString("vial")),
                            new ProductId(row.getString("product")), Columns.time(row, "deadline_at"),
                            row.getString("drawn_from") != null);
                    Optional<Instant> finishedAt = Columns.timeIfAny(row, "finished_at");
                    facts.put(over.id(), new FactRows.Stored(row.getLong("id"),
                            finishedAt.map(over::ended).orElse(over)));
                }
            }
        }
        return facts;
    }
}
