package org.gardefroid.ingest.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.SilenceRule;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.jspecify.annotations.Nullable;

/** Enters a fleet in one transaction. */
final class FleetEntry {

    private final Connection connection;
    private final Placements placements;
    private final CascadeEntry cascade;

    FleetEntry(Connection connection, Instant now) {
        this.connection = connection;
        this.placements = new Placements(connection);
        this.cascade = new CascadeEntry(connection, now);
    }

    void enter(Fields fleet) throws SQLException {
        for (Fields site : fleet.list("sites")) {
            run("""
                    INSERT INTO site (name, label_fr, label_en, time_zone) VALUES (?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET label_fr = excluded.label_fr, label_en = excluded.label_en,
                                                     time_zone = excluded.time_zone
                    """, site.text("name"), site.text("fr"), site.text("en"), zone(site));
            cascade.openingHours(site);
            cascade.closedDays(site);
        }
        for (Fields person : fleet.list("people")) {
            person(person);
        }
        for (Fields device : fleet.list("devices")) {
            device(device);
        }
        for (Fields equipment : fleet.list("equipments")) {
            equipment(equipment);
        }
        for (Fields rota : fleet.list("rotas")) {
            cascade.rota(rota);
        }
        for (Fields step : fleet.list("cascade")) {
            cascade.step(step);
        }
        for (Fields profile : fleet.list("profiles")) {
            profile(profile);
        }
        for (Fields lot : fleet.list("lots")) {
            lot(lot);
        }
        for (Fields vial : fleet.list("vials")) {
            run("""
                    INSERT INTO vial (name, product, lot) VALUES (?, ?, (SELECT id FROM lot WHERE number = ? LIMIT 1))
                    ON CONFLICT (name) DO UPDATE SET product = excluded.product, lot = excluded.lot
                    """, vial.text("name"), vial.text("product"), vial.maybe("lot").orElse(null));
        }
    }

    private static String zone(Fields site) {
        String zone = site.text("zone", "Europe/Paris");
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(site.place() + ".zone is not a time zone like Europe/Paris: " + zone, e);
        }
    }

    private void person(Fields person) throws SQLException {
        run("""
                INSERT INTO person (site, name, display_name, role, language, email, phone, webhook)
                SELECT id, ?, ?, ?, ?, ?, ?, ? FROM site WHERE name = ?
                ON CONFLICT (name) DO UPDATE SET display_name = excluded.display_name, role = excluded.role,
                                                 language = excluded.language, email = excluded.email,
                                                 phone = excluded.phone, webhook = excluded.webhook
                """, person.text("name"), person.text("display"), person.text("role"), person.text("language", "fr"),
                person.maybe("email").orElse(null), person.maybe("phone").orElse(null),
                person.maybe("webhook").orElse(null), person.text("site"));
    }

    private void device(Fields device) throws SQLException {
        run("""
                INSERT INTO device (site, name, shard, kind, record_seconds)
                SELECT id, ?, ?, ?, ? FROM site WHERE name = ?
                ON CONFLICT (name) DO UPDATE SET shard = excluded.shard, kind = excluded.kind,
                                                 record_seconds = excluded.record_seconds
                """, new DeviceId(device.text("name")).value(), device.number("shard", 0), device.text("kind", "agent"),
                device.number("recordSeconds", 60), device.text("site"));
    }

    private void equipment(Fields equipment) throws SQLException {
        String name = new EquipmentId(equipment.text("name")).value();
        run("""
                INSERT INTO equipment (site, name, label_fr, label_en, kind)
                SELECT id, ?, ?, ?, ? FROM site WHERE name = ?
                ON CONFLICT (name) DO UPDATE SET label_fr = excluded.label_fr, label_en = excluded.label_en
                """, name, equipment.text("fr"), equipment.text("en"), equipment.text("kind"), equipment.text("site"));
        Optional<Integer> holdover = equipment.within("holdoverMinutes", 1,
                (int) SilenceRule.LONGEST_HOLDOVER.toMinutes());
        if (holdover.isPresent()) {
            run("UPDATE equipment SET holdover_seconds = ? WHERE name = ?", holdover.get() * 60, name);
        }
        setting(name, equipment);
        cascade.fallback(equipment);
        for (Fields probe : equipment.list("probes")) {
            String probeName = new ProbeId(probe.text("name")).value();
            run("""
                    INSERT INTO probe (device, name, purpose) SELECT id, ?, ? FROM device WHERE name = ?
                    ON CONFLICT (name) DO UPDATE SET device = excluded.device, purpose = excluded.purpose
                    """, probeName, probe.among("purpose", "product", ProbePurpose.CODES),
                    deviceOf(probe, equipment));
            Optional<LocalDate> due = probe.day("calibrationDue");
            if (due.isPresent()) {
                run("UPDATE probe SET calibration_due = ? WHERE name = ?", due.get(), probeName);
            }
            placements.probe(probeName, name, since(probe));
        }
        for (String door : equipment.texts("doors")) {
            run("""
                    INSERT INTO door (device, equipment, name)
                    SELECT d.id, e.id, ? FROM device d, equipment e WHERE d.name = ? AND e.name = ?
                    ON CONFLICT (name) DO UPDATE SET device = excluded.device, equipment = excluded.equipment
                    """, new DoorId(door).value(), equipment.text("device"), name);
        }
    }

    /**
     * A new revision only where the file says something new: each one is a decision that somebody may ask about, and what a person has set
     * since is not undone by a start.
     */
    private void setting(String name, Fields equipment) throws SQLException {
        StringBuilder range = new StringBuilder("{");
        equipment.milliCelsius("lowest").ifPresent(lowest -> range.append("\"lowestMilliCelsius\":").append(lowest));
        equipment.milliCelsius("highest").ifPresent(
                highest -> range.append(range.length() > 1 ? "," : "").append("\"highestMilliCelsius\":")
                        .append(highest));
        String settings = range.append('}').toString();
        checkPreset(equipment);
        run("""
                INSERT INTO equipment_setting (equipment, revision, since, preset, settings)
                SELECT e.id, coalesce((SELECT max(revision) FROM equipment_setting WHERE equipment = e.id), 0) + 1, now(),
                    ?, ?::jsonb || ?::jsonb
                FROM equipment e
                LEFT JOIN LATERAL (SELECT preset, settings FROM equipment_setting
                                   WHERE equipment = e.id AND entered_by IS NULL ORDER BY revision DESC LIMIT 1) l ON true
                WHERE e.name = ? AND (l.preset, l.settings) IS DISTINCT FROM (?, ?::jsonb || ?::jsonb)
                """,
                equipment.text("preset"), settings, more(equipment), name, equipment.text("preset"), settings,
                more(equipment));
    }

    /** What could not be read would leave the equipment watched by something else than its people think. */
    private static void checkPreset(Fields equipment) {
        String preset = equipment.text("preset");
        if (Preset.named(preset).isEmpty()) {
            throw new IllegalArgumentException(
                    equipment.place() + ".preset is not known: " + preset + ", and not one of "
                            + Preset.ALL.stream().map(Preset::name).collect(Collectors.joining(", ")));
        }
        if (equipment.object("settings").isPresent()) {
            try {
                EquipmentSettingsCodec.decode(equipment.object("settings").get().json());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(equipment.place() + ".settings: " + e.getMessage(), e);
            }
        }
    }

    private static String more(Fields equipment) {
        return equipment.object("settings").map(Fields::json).orElse("{}");
    }

    private void profile(Fields profile) throws SQLException {
        run("""
                INSERT INTO product_profile (product, revision, document, source, validated_by, validated_at)
                VALUES (?, ?, ?::jsonb, ?, ?, ?::timestamptz) ON CONFLICT (product, revision) DO NOTHING
                """, profile.text("product"), profile.number("revision", 1),
                profile.object("document").map(Fields::json).orElse("{}"), profile.text("source"),
                profile.maybe("validatedBy").orElse(null), profile.maybe("validatedAt").orElse(null));
    }

    private void lot(Fields lot) throws SQLException {
        run("""
                INSERT INTO lot (site, product, gtin, number, expires_on, opening_exposure)
                SELECT id, ?, ?, ?, ?::date, ?::jsonb FROM site WHERE name = ?
                ON CONFLICT ON CONSTRAINT a_lot_is_entered_once_a_site DO UPDATE SET expires_on = excluded.expires_on
                """, lot.text("product"), lot.maybe("gtin").orElse(null), lot.text("number"), lot.text("expiresOn"),
                lot.object("openingExposure").map(Fields::json).orElse(null), lot.text("site"));
        Optional<String> equipment = lot.maybe("equipment");
        if (equipment.isPresent()) {
            // What holds lots is in service, whatever it was before.
            run("""
                    WITH placed AS (INSERT INTO lot_placement (lot, equipment, doses, during)
                    SELECT l.id, e.id, ?, tstzrange(?::timestamptz, NULL)
                    FROM lot l JOIN site s ON s.id = l.site, equipment e
                    WHERE l.number = ? AND l.product = ? AND s.name = ? AND e.name = ?
                      AND NOT EXISTS (SELECT FROM lot_placement p WHERE p.lot = l.id AND upper_inf(p.known))
                    RETURNING equipment)
                    UPDATE equipment SET state = 'in-service' FROM placed WHERE equipment.id = placed.equipment
                    """, lot.maybe("doses").map(Integer::valueOf).orElse(null), since(lot), lot.text("number"),
                    lot.text("product"), lot.text("site"), equipment.get());
        }
    }

    private static String deviceOf(Fields probe, Fields equipment) {
        return probe.maybe("device").orElseGet(() -> equipment.text("device"));
    }

    /** Without a date it is taken to have always been so: what arrives late must find where its probe hung. */
    private static String since(Fields fields) {
        return fields.text("since", BatchClock.EARLIEST.toString());
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
