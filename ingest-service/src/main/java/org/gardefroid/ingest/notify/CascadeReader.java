package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.alerting.cascade.Addressee;
import org.gardefroid.alerting.cascade.Call;
import org.gardefroid.alerting.cascade.Cascade;
import org.gardefroid.alerting.cascade.CascadeStep;
import org.gardefroid.alerting.cascade.Channel;
import org.gardefroid.alerting.cascade.Duty;
import org.gardefroid.alerting.cascade.Hours;
import org.gardefroid.alerting.cascade.Rota;

/** Steps and rotas as they stand in the database. */
final class CascadeReader {

    private static final String STEPS = """
            SELECT s.step, s.wait_seconds, p.name AS person, r.name AS rota, s.channel, s.hours
            FROM cascade_step s LEFT JOIN person p ON p.id = s.person LEFT JOIN rota r ON r.id = s.rota
            WHERE s.site = ? AND (s.equipment IS NULL OR s.equipment = ?) AND s.category = ? ORDER BY s.step, s.id""";
    private static final String DUTIES = """
            SELECT r.name AS rota, p.name AS person, d.kind, d.starts_at, d.ends_at
            FROM rota r JOIN rota_duty d ON d.rota = r.id JOIN person p ON p.id = d.person
            WHERE d.starts_at < ? AND d.ends_at > ? AND p.disabled_at IS NULL""";

    private final Connection connection;

    CascadeReader(Connection connection) {
        this.connection = connection;
    }

    /** The steps for one alarm; those for the cold chain where none are entered for technical alarms. */
    Cascade cascade(int site, int equipment, boolean isTechnical) throws SQLException {
        List<CascadeStep> steps = isTechnical ? steps(site, equipment, "technical") : List.of();
        if (steps.isEmpty()) {
            steps = steps(site, equipment, "cold-chain");
        }
        return new Cascade(steps.isEmpty() ? List.of(new CascadeStep(Duration.ZERO, List.of())) : steps,
                Cascade.AGAIN);
    }

    private List<CascadeStep> steps(int site, int equipment, String category) throws SQLException {
        Map<Integer, List<Call>> calls = new TreeMap<>();
        Map<Integer, Integer> waits = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STEPS)) {
            select.setInt(1, site);
            select.setInt(2, equipment);
            select.setString(3, category);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int step = row.getInt("step");
                    String rota = row.getString("rota");
                    calls.computeIfAbsent(step, any -> new ArrayList<>()).add(new Call(
                            rota == null ? new Addressee.Named(row.getString("person")) : new Addressee.OnCall(rota),
                            Channel.ofCode(row.getString("channel")), Hours.ofCode(row.getString("hours"))));
                    waits.merge(step, row.getInt("wait_seconds"), Math::min);
                }
            }
        }
        return calls.entrySet().stream().map(step -> new CascadeStep(
                Duration.ofSeconds(waits.getOrDefault(step.getKey(), 0)), step.getValue())).toList();
    }

    /** All rotas, with the duties that touch a stretch of time. */
    Map<String, Rota> rotas(Instant from, Instant until) throws SQLException {
        Map<String, List<Duty>> duties = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DUTIES)) {
            select.setObject(1, until.atOffset(ZoneOffset.UTC));
            select.setObject(2, from.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    duties.computeIfAbsent(row.getString("rota"), any -> new ArrayList<>())
                            .add(new Duty(row.getString("person"),
                                    row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                    row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                                    Duty.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))));
                }
            }
        }
        Map<String, Rota> rotas = new HashMap<>();
        duties.forEach((name, of) -> rotas.put(name, new Rota(of)));
        return rotas;
    }
}
