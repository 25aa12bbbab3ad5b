package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gardefroid.alerting.Alarm;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.Certainty;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Subject;
import org.gardefroid.ingest.notify.Notice;
import org.gardefroid.ingest.notify.Notice.Seen;
import org.gardefroid.ingest.notify.NoticeKind;
import org.gardefroid.telemetry.ProbePurpose;

/** Puts together what is told of an alarm. */
final class AlarmTelling {

    private static final String NAMES = """
            SELECT e.kind, e.label_fr, e.label_en, e.fallback_fr, e.fallback_en, s.time_zone
            FROM equipment e JOIN site s ON s.id = e.site WHERE e.id = ?""";

    private static final String CURRENT = """
            SELECT measured_at, milli_celsius FROM reading
            WHERE probe = ? AND milli_celsius IS NOT NULL ORDER BY measured_at DESC LIMIT 1""";

    private static final String BATTERY = """
            SELECT (document ->> 'percent') || ' %' || coalesce(', ' || (document ->> 'minutes') || ' min', '') AS level
            FROM event WHERE device = ANY(?) AND kind = 'battery-level' ORDER BY happened_at DESC LIMIT 1""";

    private final Connection connection;
    private final Watched watched;

    AlarmTelling(Connection connection, Watched watched) {
        this.connection = connection;
        this.watched = watched;
    }

    Notice of(Alarm alarm, List<Fact> facts, NoticeKind kind) throws SQLException {
        Optional<Excursion> worst = worst(facts);
        boolean isPossible = worst.isPresent() && excursions(facts).stream()
                .noneMatch(excursion -> excursion.certainty() == Certainty.OBSERVED);
        Duration unobserved = excursions(facts).stream().map(Excursion::unobserved).max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Optional<String> thing = thing(alarm, facts);
        try (PreparedStatement select = connection.prepareStatement(NAMES)) {
            select.setInt(1, watched.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Notice(kind, alarm.cause(), alarm.severity() == Severity.CRITICAL, isPossible,
                        row.getString("label_fr"), row.getString("label_en"), ZoneId.of(row.getString("time_zone")),
                        alarm.since(), alarm.until(), limit(facts),
                        worst.map(excursion -> new Seen(excursion.worst().milliCelsius(), excursion.worstAt())),
                        current(worst), unobserved, thing, Optional.empty(), row.getString("kind").equals("freezer"),
                        row.getString("fallback_fr"),
                        row.getString("fallback_en"));
            }
        }
    }

    private Optional<String> thing(Alarm alarm, List<Fact> facts) throws SQLException {
        return switch (alarm.cause()) {
            case BATTERY_LOW -> battery();
            case CALIBRATION_DUE -> Optional.of(facts.stream().map(fact -> SubjectName.of(fact.id().subject()))
                    .distinct().sorted().collect(Collectors.joining(", ")));
            default -> alarm.subject() instanceof Subject.WholeEquipment
                    ? Optional.empty()
                    : Optional.of(SubjectName.of(alarm.subject()));
        };
    }

    /** "18 %", or "18 %, 95 min". */
    private Optional<String> battery() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BATTERY)) {
            select.setArray(1, connection.createArrayOf("int4", watched.devices().toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString("level")) : Optional.empty();
            }
        }
    }

    private static List<Excursion> excursions(List<Fact> facts) {
        return facts.stream().filter(Excursion.class::isInstance).map(Excursion.class::cast).toList();
    }

    private static Optional<Excursion> worst(List<Fact> facts) {
        return excursions(facts).stream().reduce((a, b) -> a.bound().isWorse(b.worst(), a.worst()) ? b : a);
    }

    /** The first limit that was crossed, which is the one that a product has to be kept within. */
    private static Optional<Bound> limit(List<Fact> facts) {
        return excursions(facts).stream().map(Excursion::bound)
                .reduce((a, b) -> a.isWorse(a.limit(), b.limit()) ? b : a);
    }

    /** Of the probe that the worst was seen by, or, where nothing was out of range, of any product probe that hangs there. */
    private Optional<Seen> current(Optional<Excursion> worst) throws SQLException {
        Optional<Placement> probe = worst.isPresent()
                ? watched.placements().stream()
                        .filter(placement -> worst.get().id().subject() instanceof Subject.ProbeIn in
                                && in.probe().equals(placement.probe()))
                        .findFirst()
                : watched.placements().stream().filter(placement -> placement.purpose() == ProbePurpose.PRODUCT
                        && placement.until().equals(Instant.MAX)).findFirst();
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setInt(1, probe.get().probeId());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Seen(row.getInt("milli_celsius"), Columns.time(row, "measured_at")))
                        : Optional.empty();
            }
        }
    }
}
