package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.Certainty;
import org.gardefroid.alerting.CumulativeExcursion;
import org.gardefroid.alerting.DoorLeftOpen;
import org.gardefroid.alerting.DoseTimeOver;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Lasting;
import org.gardefroid.alerting.Noticed;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Silence;
import org.gardefroid.alerting.Subject;
import org.gardefroid.alerting.Unobserved;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;

/** The table of facts, of one equipment. A fact's identity is its row's: to judge again is to write the same row. */
final class FactRows {

    private static final String UPSERT = """
            INSERT INTO excursion (equipment, subject, rule, since, confirmed_at, ended_at, worst_milli_celsius, worst_at,
                unobserved_seconds, certainty, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (subject, rule, since) DO UPDATE SET equipment = excluded.equipment,
                confirmed_at = excluded.confirmed_at, ended_at = excluded.ended_at,
                worst_milli_celsius = excluded.worst_milli_celsius, worst_at = excluded.worst_at,
                unobserved_seconds = excluded.unobserved_seconds, certainty = excluded.certainty, withdrawn_at = NULL,
                document = excluded.document""";

    private static final String WITHDRAW = """
            UPDATE excursion SET withdrawn_at = ?
            WHERE equipment = ? AND subject = ? AND rule = ? AND since = ? AND withdrawn_at IS NULL""";

    private static final String REACHING = """
            SELECT * FROM excursion
            WHERE equipment = ? AND withdrawn_at IS NULL AND (ended_at IS NULL OR ended_at >= ?)""";

    private final Connection connection;
    private final Watched watched;

    FactRows(Connection connection, Watched watched) {
        this.connection = connection;
        this.watched = watched;
    }

    void write(Collection<Fact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Fact fact : facts) {
                set(upsert, fact);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private void set(PreparedStatement upsert, Fact fact) throws SQLException {
        upsert.setInt(1, watched.id());
        upsert.setString(2, SubjectName.of(fact.id().subject()));
        upsert.setString(3, fact.id().rule().value());
        upsert.setObject(4, Columns.time(fact.id().since()));
        upsert.setObject(5, Columns.time(fact.confirmedAt()));
        Columns.time(upsert, 6, fact.endedAt());
        upsert.setNull(7, Types.INTEGER);
        upsert.setNull(8, Types.TIMESTAMP_WITH_TIMEZONE);
        Duration unobserved = Duration.ZERO;
        Certainty certainty = Certainty.OBSERVED;
        switch (fact) {
            case Excursion excursion -> {
                upsert.setInt(7, excursion.worst().milliCelsius());
                upsert.setObject(8, Columns.time(excursion.worstAt()));
                unobserved = excursion.unobserved();
                certainty = excursion.certainty();
            }
            case CumulativeExcursion excursion -> {
                upsert.setInt(7, excursion.worst().milliCelsius());
                upsert.setObject(8, Columns.time(excursion.worstAt()));
            }
            case Unobserved gap -> unobserved = gap.endedAt().map(end -> Duration.between(gap.id().since(), end))
                    .orElse(Duration.ZERO);
            case DoorLeftOpen door -> {
            }
            case Lasting lasting -> {
            }
            case Silence silence -> {
            }
            case Noticed noticed -> {
            }
            case DoseTimeOver dose -> throw new IllegalArgumentException("a dose clock has its own table: " + dose);
        }
        upsert.setLong(9, unobserved.toSeconds());
        upsert.setString(10, certainty.name().toLowerCase(Locale.ROOT));
        upsert.setString(11, FactDocument.of(fact));
    }

    void withdraw(Collection<Fact> facts, Instant now) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(WITHDRAW)) {
            for (Fact fact : facts) {
                update.setObject(1, Columns.time(now));
                update.setInt(2, watched.id());
                update.setString(3, SubjectName.of(fact.id().subject()));
                update.setString(4, fact.id().rule().value());
                update.setObject(5, Columns.time(fact.id().since()));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Where any of these goods is, or was, held for something. */
    static Set<Integer> equipmentsHolding(Connection connection, Set<String> goods) throws SQLException {
        Set<Integer> equipments = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT DISTINCT equipment FROM excursion
                WHERE rule = 'verdict' AND subject = ANY(?) AND withdrawn_at IS NULL""")) {
            select.setArray(1, connection.createArrayOf("text", goods.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    equipments.add(row.getInt(1));
                }
            }
        }
        return equipments;
    }

    /** Those that are true, by their row's number, and were not over before {@code from}. */
    Map<FactId, Stored> reaching(Instant from) throws SQLException {
        Map<FactId, Stored> facts = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(REACHING)) {
            select.setInt(1, watched.id());
            select.setObject(2, Columns.time(from));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Fact fact = fact(row);
                    facts.put(fact.id(), new Stored(row.getLong("id"), fact));
                }
            }
        }
        return facts;
    }

    record Stored(long row, Fact fact) {}

    static List<Fact> facts(Collection<Stored> stored) {
        List<Fact> facts = new ArrayList<>(stored.size());
        stored.forEach(each -> facts.add(each.fact()));
        return facts;
    }

    private Fact fact(ResultSet row) throws SQLException {
        JsonObject document = JsonObject.parse(row.getString("document"));
        Subject subject = Subject.of(watched.name(), document.text("part"));
        FactId id = new FactId(subject, new RuleName(row.getString("rule")), Columns.time(row, "since"));
        Severity severity = document.as("severity", text -> Severity.valueOf(text.toUpperCase(Locale.ROOT)));
        Instant confirmedAt = Columns.time(row, "confirmed_at");
        Optional<Instant> endedAt = Columns.timeIfAny(row, "ended_at");
        Cause cause = Cause.ofCode(document.text("cause"));
        return switch (cause) {
            case TOO_WARM, TOO_COLD -> new Excursion(id, FactDocument.bound(document), severity,
                    Certainty.valueOf(row.getString("certainty").toUpperCase(Locale.ROOT)), confirmedAt, endedAt,
                    new Temperature(row.getInt("worst_milli_celsius")), Columns.time(row, "worst_at"),
                    document.duration("unobserved"));
            case TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE -> new CumulativeExcursion(id, FactDocument.bound(document),
                    severity, confirmedAt, endedAt, new Temperature(row.getInt("worst_milli_celsius")),
                    Columns.time(row, "worst_at"), document.duration("timeOut"));
            case DOOR_LEFT_OPEN -> new DoorLeftOpen(id, severity, confirmedAt, endedAt);
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, STRUCK, DOSES_HELD, BUDGET_SPENDING,
                    MAINS_OFF,
                    BATTERY_LOW,
                    PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                new Lasting(id, cause, severity, confirmedAt, endedAt);
            case SILENT -> new Silence(id, severity, confirmedAt, endedAt);
            case REPORTING_LATE, CLOCK_WRONG, CALIBRATION_DUE -> new Noticed(id, cause, severity, confirmedAt, endedAt);
            case UNOBSERVED -> new Unobserved(id, confirmedAt, endedAt);
            case DOSE_TIME_OVER, SYRINGE_TIME_OVER ->
                throw new IllegalStateException("a dose clock has its own table: " + id);
            case WATCHING -> throw new IllegalStateException("no fact has this cause: " + id);
        };
    }
}
