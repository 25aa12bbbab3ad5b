package org.gardefroid.cli.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.ProbeFault;

/** What SQL finds. Reads with plain statements, on a connection of its own. */
public final class Stored {

    /**
     * An alarm as the database has it.
     *
     * @param kind {@code excursion}, {@code door}, {@code dose}, or the cause itself for any other
     * @param partOf the alarm whose story it is a part of, and with which it is told
     */
    public record Raised(long id, Optional<Long> partOf, String kind, String equipment, List<String> vials,
            Instant since,
            Optional<Instant> clearedAt, boolean told) {

        public Raised {
            vials = List.copyOf(vials);
        }
    }

    /** An excursion as the database has it. */
    public record Found(
            String rule,
            Instant since,
            Instant confirmedAt,
            Optional<Instant> endedAt,
            double worstCelsius,
            long unobservedMinutes,
            String certainty) {}

    private final Connection connection;

    public Stored(Connection connection) {
        this.connection = connection;
    }

    public List<Made> readings(String devicePattern) throws SQLException {
        List<Made> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT probe.name, reading.measured_at, reading.milli_celsius, reading.fault
                FROM reading JOIN probe ON probe.id = reading.probe JOIN device ON device.id = probe.device
                WHERE device.name LIKE ? AND device.kind <> 'canary'""")) {
            select.setString(1, devicePattern);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                Object celsius = row.getObject(3);
                found.add(new Made(row.getString(1), instant(row, 2),
                        celsius == null ? fault(row.getInt(4)) : celsius.toString()));
            }
        }
        return found;
    }

    private static String fault(int number) {
        return ProbeFault.ofNumber(number).map(ProbeFault::code).orElse("fault " + number);
    }

    public List<Raised> alarms() throws SQLException {
        List<Raised> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                """
                        SELECT alarm.id, alarm.part_of, coalesce(alarm.document ->> 'cause', alarm.rule), coalesce(equipment.name, ''), alarm.since, alarm.cleared_at,
                               (SELECT coalesce(string_agg(DISTINCT d.vial::text, ' '), '') FROM alarm_fact f
                                JOIN dose_clock d ON d.id = f.dose_clock WHERE f.alarm = alarm.id) AS vials,
                               EXISTS (SELECT FROM notification WHERE notification.alarm = alarm.id AND state = 'accepted')
                               -- What was over when it was learnt is on the list, and rightly told nobody.
                               OR EXISTS (SELECT FROM alarm_history h WHERE h.alarm = alarm.id AND h.document -> 'late' IS NOT NULL)
                        FROM alarm LEFT JOIN equipment ON equipment.id = alarm.equipment
                        WHERE alarm.withdrawn_at IS NULL ORDER BY alarm.since""")) {
            ResultSet row = select.executeQuery();
            while (row.next()) {
                found.add(new Raised(row.getLong(1), Optional.ofNullable(row.getObject(2)).map(Long.class::cast),
                        kind(row.getString(3)), row.getString(4), List.of(row.getString(7).split(" ")),
                        instant(row, 5), maybe(row, 6), row.getBoolean(8)));
            }
        }
        return found;
    }

    public List<Found> excursions() throws SQLException {
        List<Found> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                """
                        SELECT rule, since, confirmed_at, ended_at, worst_milli_celsius, unobserved_seconds, certainty
                        FROM excursion WHERE withdrawn_at IS NULL AND worst_milli_celsius IS NOT NULL ORDER BY since, rule""")) {
            ResultSet row = select.executeQuery();
            while (row.next()) {
                found.add(new Found(row.getString(1), instant(row, 2), instant(row, 3), maybe(row, 4),
                        row.getInt(5) / 1_000.0, row.getLong(6) / 60, row.getString(7)));
            }
        }
        return found;
    }

    /** Minutes of all stretches without a temperature; they are facts of their own, without a worst value. */
    public long unobservedMinutes() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT coalesce(sum(unobserved_seconds), 0) / 60 FROM excursion
                WHERE withdrawn_at IS NULL AND rule = 'unobserved'""")) {
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static String kind(String cause) {
        return switch (cause) {
            case "door-left-open" -> "door";
            case "dose-time-over", "syringe-time-over" -> "dose";
            default -> cause;
        };
    }

    /** When the first batch was committed, or nothing. */
    public Optional<Instant> firstCommit() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT min(committed_at) FROM batch_log")) {
            ResultSet row = select.executeQuery();
            return row.next() && row.getObject(1) != null ? Optional.of(instant(row, 1)) : Optional.empty();
        }
    }

    /** Numbers that have neither come nor been declared as dropped, of all journals. */
    public long missingNumbers() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT coalesce(sum(upper(range_merge(stored)) - 1 - watermark), 0) FROM journal WHERE NOT isempty(stored)")) {
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static Optional<Instant> maybe(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(instant(row, column));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
