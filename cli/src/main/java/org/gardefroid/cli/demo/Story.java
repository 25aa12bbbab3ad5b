package org.gardefroid.cli.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gardefroid.cli.Words;
import org.gardefroid.testbed.site.Site;

import static org.gardefroid.cli.Words.say;

/**
 * Tells what happens, a line as each thing happens: by what the database holds, so that a line is a proof and not a plan.
 *
 * <p>A door that is opened and closed again every hour is no story; what an alarm, a vial or the mains do is.
 */
final class Story implements AutoCloseable {

    private final Site site;
    private final Teller teller;
    private final Map<String, String> labels = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private boolean hasReading;
    private Connection connection;

    Story(Site site, Teller teller, DemoDay day) throws SQLException {
        this.site = site;
        this.connection = connect();
        this.teller = teller;
        for (SimulatedEquipment equipment : day.equipments()) {
            String label = Words.isFrench() ? equipment.labelFr() : equipment.labelEn();
            labels.put(equipment.name(), label);
            labels.put(equipment.device(), label);
        }
    }

    /** Tells what is new since the last time. */
    void tellNews() throws SQLException {
        try {
            firstReading();
            events();
            alarms();
        } catch (SQLException e) {
            reconnect(e);
        }
    }

    /** A database that is being restarted is no reason to end the story. */
    private void reconnect(SQLException why) throws SQLException {
        if (connection.isValid(1)) {
            throw why;
        }
        connection.close();
        connection = connect();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(site.jdbcUrl(), site.database().superuser(), site.database().password());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void firstReading() throws SQLException {
        if (hasReading) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT probe.name, measured_at, milli_celsius FROM reading JOIN probe ON probe.id = reading.probe
                WHERE milli_celsius IS NOT NULL ORDER BY measured_at LIMIT 1""")) {
            ResultSet row = select.executeQuery();
            if (row.next()) {
                hasReading = true;
                teller.at(instant(row, 2), say("story.first-reading", row.getString(1), row.getInt(3) / 1_000.0));
            }
        }
    }

    private void events() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT event.source || '/' || event.position, happened_at, device.name, event.kind, subject, became,
                       event.document ->> 'step'
                FROM event JOIN device ON device.id = event.device
                WHERE event.kind IN ('power-changed', 'vial-handled') ORDER BY happened_at""")) {
            ResultSet row = select.executeQuery();
            while (row.next()) {
                if (told.add("event " + row.getString(1))) {
                    event(row);
                }
            }
        }
    }

    private void event(ResultSet row) throws SQLException {
        String who = labels.getOrDefault(row.getString(3), row.getString(3));
        if (row.getString(4).equals("power-changed")) {
            if (!row.getBoolean(6)) { // the first record says that the mains are there: no news
                teller.at(instant(row, 2), say("story.departure", who));
            }
        } else {
            switch (row.getString(7)) {
                case "reconstituted" -> teller.at(instant(row, 2), say("story.reconstituted", row.getString(5), who));
                case "finished" -> teller.at(instant(row, 2), say("story.finished", row.getString(5)));
                default -> teller.at(instant(row, 2), say("story.vial", row.getString(5), row.getString(7)));
            }
        }
    }

    private void alarms() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT alarm.id, coalesce(alarm.document ->> 'cause', rule), equipment.name, alarm.since, cleared_at
                FROM alarm LEFT JOIN equipment ON equipment.id = alarm.equipment ORDER BY alarm.raised_at""")) {
            ResultSet row = select.executeQuery();
            while (row.next()) {
                String what = Words.cause(row.getString(2));
                String who = labels.getOrDefault(row.getString(3), String.valueOf(row.getString(3)));
                if (told.add("raised " + row.getLong(1))) {
                    teller.alarm(instant(row, 4), say("story.alarm", who, what));
                }
                if (row.getObject(5) != null && told.add("cleared " + row.getLong(1))) {
                    teller.at(instant(row, 5), say("story.cleared", who, what));
                }
            }
        }
    }

    /** How many readings of a device lie between these times. */
    long readings(String device, Instant from, Duration during) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                """
                        SELECT count(*) FROM reading
                        WHERE probe IN (SELECT probe.id FROM probe JOIN device ON device.id = probe.device WHERE device.name = ?)
                          AND measured_at BETWEEN ? AND ?""")) {
            select.setString(1, device);
            select.setObject(2, OffsetDateTime.parse(from.toString()));
            select.setObject(3, OffsetDateTime.parse(from.plus(during).toString()));
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
