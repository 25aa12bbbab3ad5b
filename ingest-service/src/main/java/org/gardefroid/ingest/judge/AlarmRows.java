package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gardefroid.alerting.Alarm;
import org.gardefroid.alerting.AlarmEvent.Acknowledgement;
import org.gardefroid.alerting.AlarmEvent.Closing;
import org.gardefroid.alerting.AlarmId;
import org.gardefroid.alerting.AlarmState;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.DoseTimeOver;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Subject;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.json.JsonObject;

/** The alarms of one equipment that come of facts, as {@link org.gardefroid.alerting.Reconciliation} wants them. */
final class AlarmRows {

    /** Of an alarm that has no row yet, the identity is drawn; of one that has, it is the row's number. */
    private static final long STORED = 0;

    private static final String OPEN_SINCE = """
            SELECT min(since) AS since FROM alarm
            WHERE equipment = ? AND document ?? 'cause' AND withdrawn_at IS NULL AND closed_at IS NULL""";

    private static final String REACHING = """
            SELECT * FROM alarm
            WHERE equipment = ? AND document ?? 'cause' AND (cleared_at IS NULL OR cleared_at >= ?)
            ORDER BY id""";

    private static final String FACTS = """
            SELECT f.alarm, x.document ->> 'part' AS part, x.rule, x.since, d.vial, d.drawn_from, d.product, d.deadline_at
            FROM alarm_fact f
            LEFT JOIN excursion x ON x.id = f.excursion
            LEFT JOIN dose_clock d ON d.id = f.dose_clock
            WHERE f.alarm = ANY(?) AND coalesce(x.withdrawn_at, d.voided_at) IS NULL""";

    private static final String INSERT = """
            INSERT INTO alarm (site, equipment, subject, rule, category, severity, since, raised_at, cleared_at, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) RETURNING id""";

    private static final String UPDATE = """
            UPDATE alarm SET severity = ?, category = ?, since = ?, rule = ?, cleared_at = ?, withdrawn_at = ?,
                acknowledged_at = CASE WHEN ? THEN acknowledged_at END,
                acknowledged_by = CASE WHEN ? THEN acknowledged_by END
            WHERE id = ?""";

    private final Connection connection;
    private final Watched watched;

    AlarmRows(Connection connection, Watched watched) {
        this.connection = connection;
        this.watched = watched;
    }

    static long rowOf(AlarmId stored) {
        return stored.value().getLeastSignificantBits();
    }

    static boolean isStored(AlarmId id) {
        return id.value().getMostSignificantBits() == STORED;
    }

    Optional<Instant> openSince() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OPEN_SINCE)) {
            select.setInt(1, watched.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Columns.timeIfAny(row, "since") : Optional.empty();
            }
        }
    }

    /** All, in whatever state, that were not over before {@code from}. */
    List<Alarm> reaching(Instant from) throws SQLException {
        Map<Long, Alarm> alarms = new HashMap<>();
        List<Alarm> without = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(REACHING)) {
            select.setInt(1, watched.id());
            select.setObject(2, Columns.time(from));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    without.add(alarm(row));
                }
            }
        }
        without.forEach(alarm -> alarms.put(rowOf(alarm.id()), alarm));
        Map<Long, List<FactId>> facts = facts(alarms.keySet().toArray(Long[]::new));
        return without.stream().map(alarm -> new Alarm(alarm.id(), alarm.subject(), alarm.cause(), alarm.severity(),
                alarm.since(), alarm.until(), facts.getOrDefault(rowOf(alarm.id()), List.of()), alarm.state()))
                .toList();
    }

    private Map<Long, List<FactId>> facts(Long[] rows) throws SQLException {
        Map<Long, List<FactId>> facts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FACTS)) {
            select.setArray(1, connection.createArrayOf("int8", rows));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Optional<FactId> id = factId(row);
                    if (id.isPresent()) {
                        facts.computeIfAbsent(row.getLong("alarm"), any -> new ArrayList<>()).add(id.get());
                    }
                }
            }
        }
        return facts;
    }

    private Optional<FactId> factId(ResultSet row) throws SQLException {
        String part = row.getString("part");
        if (part != null) {
            return Optional.of(new FactId(Subject.of(watched.name(), part), new RuleName(row.getString("rule")),
                    Columns.time(row, "since")));
        }
        Optional<Instant> deadline = Columns.timeIfAny(row, "deadline_at");
        if (deadline.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(DoseTimeOver.of(watched.name(), new VialId(row.getString("vial")),
                new ProductId(row.getString("product")), deadline.get(), row.getString("drawn_from") != null).id());
    }

    private Alarm alarm(ResultSet row) throws SQLException {
        JsonObject document = JsonObject.parse(row.getString("document"));
        return new Alarm(new AlarmId(new UUID(STORED, row.getLong("id"))),
                Subject.of(watched.name(), document.text("part")), Cause.ofCode(document.text("cause")),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)), Columns.time(row, "since"),
                Columns.timeIfAny(row, "cleared_at"), List.of(), state(row));
    }

    private static AlarmState state(ResultSet row) throws SQLException {
        Instant raisedAt = Columns.time(row, "raised_at");
        Optional<Instant> clearedAt = Columns.timeIfAny(row, "cleared_at");
        Optional<Instant> closedAt = Columns.timeIfAny(row, "closed_at");
        Optional<Instant> withdrawnAt = Columns.timeIfAny(row, "withdrawn_at");
        Optional<Instant> acknowledgedAt = Columns.timeIfAny(row, "acknowledged_at");
        String by = Integer.toString(row.getInt("acknowledged_by"));
        Optional<Acknowledgement> acknowledgement = acknowledgedAt.map(at -> new Acknowledgement(at, by));
        if (withdrawnAt.isPresent()) {
            return new AlarmState.Withdrawn(raisedAt, withdrawnAt.get(), acknowledgement);
        }
        if (closedAt.isPresent()) {
            Instant closed = closedAt.get();
            String closedBy = Integer.toString(row.getInt("closed_by"));
            return new AlarmState.Closed(raisedAt, clearedAt.orElse(closed),
                    acknowledgement.orElse(new Acknowledgement(closed, closedBy)),
                    new Closing(closed, closedBy, Optional.ofNullable(row.getString("cause")).orElse(""),
                            Optional.ofNullable(row.getString("action")).orElse("")));
        }
        if (clearedAt.isPresent()) {
            return new AlarmState.Cleared(raisedAt, clearedAt.get(), acknowledgement);
        }
        return acknowledgement.<AlarmState>map(by2 -> new AlarmState.Acknowledged(raisedAt, by2))
                .orElse(new AlarmState.Raised(raisedAt));
    }

    long insert(Alarm alarm, RuleName rule) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, watched.site());
            insert.setInt(2, watched.id());
            insert.setString(3, SubjectName.of(alarm.subject()));
            insert.setString(4, rule.value());
            insert.setString(5, category(alarm));
            insert.setString(6, lower(alarm.severity()));
            insert.setObject(7, Columns.time(alarm.since()));
            insert.setObject(8, Columns.time(alarm.state().raisedAt()));
            Columns.time(insert, 9, alarm.until());
            insert.setString(10,
                    "{\"cause\":\"" + alarm.cause().code() + "\",\"part\":\"" + alarm.subject().part() + "\"}");
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void update(Alarm alarm, RuleName rule) throws SQLException {
        boolean isAnswered = !alarm.state().isUnanswered();
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, lower(alarm.severity()));
            update.setString(2, category(alarm));
            update.setObject(3, Columns.time(alarm.since()));
            update.setString(4, rule.value());
            Columns.time(update, 5, alarm.until());
            Columns.time(update, 6, alarm.state() instanceof AlarmState.Withdrawn withdrawn
                    ? Optional.of(withdrawn.withdrawnAt())
                    : Optional.empty());
            update.setBoolean(7, isAnswered);
            update.setBoolean(8, isAnswered);
            update.setLong(9, rowOf(alarm.id()));
            update.executeUpdate();
        }
    }

    private static String category(Alarm alarm) {
        return alarm.cause().isTechnical(alarm.severity()) ? "technical" : "cold-chain";
    }

    private static String lower(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
