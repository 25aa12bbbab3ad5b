package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.DoseTimeOver;
import org.gardefroid.alerting.FactId;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Deadline;
import org.gardefroid.vaccines.DoseClock;
import org.gardefroid.vaccines.DoseInput;
import org.gardefroid.vaccines.DoseState;
import org.gardefroid.vaccines.DoseStatus;
import org.gardefroid.vaccines.Handling;
import org.gardefroid.vaccines.ProductProfile;

/** The table of dose clocks, of one equipment: a row for each step that began a time. */
final class DoseRows {

    private static final String UPSERT = """
            INSERT INTO dose_clock (equipment, vial, product, profile_revision, step, started_at, deadline_at,
                deadline_reason, expired_at, finished_at, voided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (vial, step, started_at) DO UPDATE SET equipment = excluded.equipment,
                product = excluded.product, profile_revision = excluded.profile_revision,
                deadline_at = excluded.deadline_at, deadline_reason = excluded.deadline_reason,
                expired_at = excluded.expired_at, finished_at = excluded.finished_at, voided_at = excluded.voided_at""";

    private static final String OVER = """
            SELECT id, vial, product, deadline_at, finished_at FROM dose_clock
            WHERE equipment = ? AND expired_at IS NOT NULL AND voided_at IS NULL
                AND (finished_at IS NULL OR finished_at >= ?)""";

    /** Of a vial that is still open, or was touched lately, everything. */
    private static final String HANDLED = """
            SELECT happened_at, subject, document ->> 'product' AS product, document ->> 'step' AS step
            FROM event
            WHERE kind = 'vial-handled' AND device = ANY(?) AND subject IN (
                SELECT vial FROM dose_clock WHERE equipment = ? AND finished_at IS NULL AND voided_at IS NULL
                UNION
                SELECT subject FROM event WHERE kind = 'vial-handled' AND device = ANY(?)
                    AND happened_at > ?::timestamptz - interval '7 days')
            ORDER BY happened_at""";

    private final Connection connection;
    private final Watched watched;
    private final Profiles profiles;

    DoseRows(Connection connection, Watched watched, Profiles profiles) {
        this.connection = connection;
        this.watched = watched;
        this.profiles = profiles;
    }

    /** How far time is known to have come, by what was said to be over. */
    Instant toldUpTo() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT max(expired_at) AS at FROM dose_clock WHERE equipment = ?")) {
            select.setInt(1, watched.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Sql.timeIfAny(row, "at").orElse(Instant.EPOCH);
            }
        }
    }

    DoseClocks read(WatchList watchList, Instant now) throws SQLException {
        DoseClocks clocks = new DoseClocks();
        Integer[] devices = watched.devices().stream()
                .filter(device -> watchList.equipmentOfVials(device) == watched.id()).toArray(Integer[]::new);
        if (devices.length == 0) {
            return clocks;
        }
        try (PreparedStatement select = connection.prepareStatement(HANDLED)) {
            select.setArray(1, connection.createArrayOf("int4", devices));
            select.setInt(2, watched.id());
            select.setArray(3, connection.createArrayOf("int4", devices));
            select.setObject(4, Sql.time(now));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    clocks.handle(profiles, Sql.time(row, "happened_at"), new VialHandled(
                            new VialId(row.getString("subject")), new ProductId(row.getString("product")),
                            VialStep.ofCode(row.getString("step")).orElseThrow()));
                }
            }
        }
        return clocks;
    }

    void write(Collection<DoseState> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (DoseState state : states) {
                for (Start start : starts(state)) {
                    set(upsert, state, start);
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    private record Start(Handling handling, Optional<Instant> voidedAt) {}

    private static List<Start> starts(DoseState state) {
        List<Start> starts = new ArrayList<>();
        for (Handling handling : state.handlings()) {
            if (ProductProfile.isStart(handling.step())) {
                starts.add(new Start(handling, Optional.empty()));
            } else if (handling.step() == VialStep.VOIDED) {
                for (int i = starts.size() - 1; i >= 0; i--) {
                    if (starts.get(i).voidedAt().isEmpty()) {
                        starts.set(i, new Start(starts.get(i).handling(), Optional.of(handling.at())));
                        break;
                    }
                }
            }
        }
        return starts;
    }

    private void set(PreparedStatement upsert, DoseState state, Start start) throws SQLException {
        DoseClock clock = profiles.clock(state.product());
        DoseStatus status = clock.status(state);
        Optional<Deadline> earliest = deadline(clock, state);
        Handling handling = start.handling();
        // Alone, a step may have no time of its own, as one that counts from another.
        Optional<Deadline> own = alone(clock, state, handling).or(() -> start.voidedAt().isPresent()
                ? Optional.empty()
                : earliest);
        boolean decides = start.voidedAt().isEmpty() && earliest.isPresent() && own.equals(earliest);
        upsert.setInt(1, watched.id());
        upsert.setString(2, state.vial().value());
        upsert.setString(3, state.product().value());
        if (profiles.knows(state.product())) {
            upsert.setInt(4, clock.profile().revision());
        } else {
            upsert.setNull(4, Types.INTEGER);
        }
        upsert.setString(5, handling.step().code());
        upsert.setObject(6, Sql.time(handling.at()));
        Sql.time(upsert, 7, own.map(Deadline::at));
        upsert.setString(8, own.flatMap(Deadline::by).map(VialStep::code).orElse("no-figure"));
        Sql.time(upsert, 9, decides && isOver(status) ? earliest.map(Deadline::at) : Optional.empty());
        Sql.time(upsert, 10, status instanceof DoseStatus.Finished(Instant at, Optional<Deadline> over)
                ? Optional.of(at)
                : Optional.empty());
        Sql.time(upsert, 11, start.voidedAt());
    }

    private static boolean isOver(DoseStatus status) {
        return switch (status) {
            case DoseStatus.Over over -> true;
            case DoseStatus.Finished(Instant at, Optional<Deadline> over) -> over.isPresent();
            case DoseStatus.FigureMissing missing -> false;
            case DoseStatus.NotStarted notStarted -> false;
            case DoseStatus.Running running -> false;
            case DoseStatus.TimeUnknown unknown -> false;
        };
    }

    private static Optional<Deadline> deadline(DoseClock clock, DoseState state) {
        return switch (clock.status(state)) {
            case DoseStatus.Running(Deadline deadline) -> Optional.of(deadline);
            case DoseStatus.Over(Deadline deadline) -> Optional.of(deadline);
            case DoseStatus.Finished(Instant at, Optional<Deadline> over) -> over;
            case DoseStatus.FigureMissing(List<VialStep> steps, Optional<Deadline> deadline) -> deadline;
            case DoseStatus.NotStarted notStarted -> Optional.empty();
            case DoseStatus.TimeUnknown unknown -> Optional.empty();
        };
    }

    private static Optional<Deadline> alone(DoseClock clock, DoseState state, Handling handling) {
        DoseState only = DoseState.initial(state.vial(), state.product(), Optional.empty());
        return deadline(clock, clock.step(only,
                new DoseInput.Handled(handling.at(), state.product(), handling.step())).state());
    }

    /** What is over, and was not finished before {@code from}. */
    Map<FactId, FactRows.Stored> reaching(Instant from) throws SQLException {
        Map<FactId, FactRows.Stored> facts = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OVER)) {
            select.setInt(1, watched.id());
            select.setObject(2, Sql.time(from));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    DoseTimeOver over = DoseTimeOver.of(watched.name(), new VialId(row.getString("vial")),
                            new ProductId(row.getString("product")), Sql.time(row, "deadline_at"));
                    Optional<Instant> finishedAt = Sql.timeIfAny(row, "finished_at");
                    facts.put(over.id(), new FactRows.Stored(row.getLong("id"),
                            finishedAt.map(over::ended).orElse(over)));
                }
            }
        }
        return facts;
    }
}
