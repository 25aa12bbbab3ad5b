package org.gardefroid.ingest.judge;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.BatteryLevel;
import org.gardefroid.telemetry.Event.DoorMoved;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.Event.VialsStruck;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.ExampleProfiles;

/** A cool box of an outdoor team, its people, and the database as storing its batches leaves it. */
public final class Ward {

    public static final ProbeId PROBE = new ProbeId("box-1-product");
    static final DoorId LID = new DoorId("box-1-lid");
    public static final ProductId PRODUCT = ExampleProfiles.PRIORIX;
    static final JournalId JOURNAL = new JournalId("0123456789abcdef0123456789abcdef");
    private static final UUID JOURNAL_UUID = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    private static final DeviceId DEVICE = new DeviceId("agent-1");

    private final TestDatabase database;

    public Ward(TestDatabase database) {
        this.database = database;
        database.run("INSERT INTO site (name, label_fr, label_en) VALUES ('pui', 'Pharmacie', 'Pharmacy')");
        database.run("INSERT INTO device (site, name, shard) VALUES (1, 'agent-1', 0)");
        database.run("""
                INSERT INTO equipment (site, name, label_fr, label_en, kind)
                VALUES (1, 'box-1', 'Glacière EMV 1', 'Cool box EMV 1', 'cool-box')""");
        database.run("""
                INSERT INTO equipment_setting (equipment, revision, since, preset, settings)
                VALUES (1, 1, now(), 'cool-box-2-8', '{"lowestMilliCelsius": 2000, "highestMilliCelsius": 8000}')""");
        database.run("INSERT INTO probe (device, name, purpose) VALUES (1, 'box-1-product', 'product')");
        database.run("""
                INSERT INTO probe_placement (probe, equipment, during) VALUES (1, 1, tstzrange('2025-01-01', NULL))""");
        database.run("INSERT INTO door (device, equipment, name) VALUES (1, 1, 'box-1-lid')");
        database.run("""
                INSERT INTO person (site, name, display_name, role, language, email) VALUES
                (1, 'camille', 'Camille', 'pharmacist', 'fr', 'camille@example.org'),
                (1, 'sam', 'Sam', 'doctor', 'en', 'sam@example.org')""");
        database.run("INSERT INTO cascade_step (site, step, person) VALUES (1, 1, 1), (1, 1, 2)");
        database.run(
                "INSERT INTO product_profile (product, revision, document, source) VALUES (?, 1, ?::jsonb, 'test')",
                PRODUCT.value(), ExampleProfiles.document(PRODUCT));
    }

    public static DatedRecord reading(Instant at, double celsius) {
        return new Reading(PROBE, at, Temperature.ofCelsius(celsius));
    }

    static DatedRecord lid(Instant at, boolean open) {
        return new Occurrence(at, new DoorMoved(LID, open));
    }

    public static DatedRecord vial(Instant at, String vial, VialStep step) {
        return new Occurrence(at, new VialHandled(new VialId(vial), PRODUCT, step));
    }

    /** A dose is drawn from a vial into a syringe. */
    public static DatedRecord syringe(Instant at, String syringe, String vial) {
        return new Occurrence(at, VialHandled.drawnUp(new VialId(syringe), PRODUCT, new VialId(vial)));
    }

    public static CommittedBatch batch(long number, Instant receivedAt, DatedRecord... records) {
        return new CommittedBatch(new BatchId(DEVICE, JOURNAL, number), number, Optional.empty(), receivedAt,
                List.of(records));
    }

    /** What storing does with a batch, in one transaction. */
    public void store(CommittedBatch batch) {
        database.asOwner(connection -> {
            connection.setAutoCommit(false);
            try (PreparedStatement journal = connection.prepareStatement("""
                    INSERT INTO journal (device, journal, stored, opened_at, last_received_at)
                    VALUES (1, ?, int8multirange(int8range(?, ?, '[]')), ?, ?)
                    ON CONFLICT (device, journal) DO UPDATE SET stored = journal.stored + excluded.stored,
                        last_received_at = excluded.last_received_at""");
                    PreparedStatement log = connection.prepareStatement(
                            """
                                    INSERT INTO batch_log (source, number, received_at, first_at, last_at, journal, device,
                                        readings, events, bytes, hash)
                                    SELECT ?, ?, ?, min(at), max(at), ?, 1, 1, 0, 1, ''::bytea FROM unnest(?::timestamptz[]) at""");
                    PreparedStatement reading = connection.prepareStatement("""
                            INSERT INTO reading (measured_at, source, probe, milli_celsius, fault)
                            SELECT ?, ?, id, ?, ? FROM probe WHERE name = ?""");
                    PreparedStatement event = connection.prepareStatement("""
                            INSERT INTO event (happened_at, source, device, position, kind, subject, became, document)
                            VALUES (?, ?, 1, ?, ?, ?, ?, ?::jsonb)""")) {
                journal.setObject(1, JOURNAL_UUID);
                journal.setLong(2, batch.id().number());
                journal.setLong(3, batch.id().number());
                journal.setObject(4, Columns.time(batch.receivedAt()));
                journal.setObject(5, Columns.time(batch.receivedAt()));
                journal.execute();
                log.setLong(1, batch.source());
                log.setLong(2, batch.id().number());
                log.setObject(3, Columns.time(batch.receivedAt()));
                log.setObject(4, JOURNAL_UUID);
                Array times = connection.createArrayOf("timestamptz",
                        batch.records().stream().map(record -> record.at().toString()).toArray());
                log.setArray(5, times);
                log.execute();
                int position = 0;
                for (DatedRecord record : batch.records()) {
                    switch (record) {
                        case Reading(ProbeId probe, Instant at, Measurement measurement) -> {
                            reading.setObject(1, Columns.time(at));
                            reading.setLong(2, batch.source());
                            reading.setObject(3, measurement instanceof Temperature temperature
                                    ? temperature.milliCelsius()
                                    : null);
                            reading.setObject(4, measurement instanceof ProbeFault fault ? fault.number() : null,
                                    java.sql.Types.SMALLINT);
                            reading.setString(5, probe.value());
                            reading.execute();
                        }
                        case Occurrence(Instant at, DoorMoved(DoorId door, boolean open)) -> event(event, at, batch,
                                position, "door-moved", door.value(), open, "{}");
                        case Occurrence(Instant at, VialHandled handled) -> event(event, at, batch, position,
                                "vial-handled", handled.vial().value(), null,
                                "{\"product\":\"" + handled.product() + "\",\"step\":\"" + handled.step().code() + "\""
                                        + handled.drawnFrom().map(from -> ",\"from\":\"" + from + "\"").orElse("")
                                        + "}");
                        case Occurrence(Instant at, Event.VialEnded ended) -> event(event, at, batch, position,
                                "vial-ended", ended.vial().value(), null, "{\"end\":\"" + ended.end().code() + "\"}");
                        case Occurrence(Instant at, Event.VialMoved(VialId vial, boolean inside)) ->
                            event(event, at, batch, position, "vial-moved", vial.value(), inside, "{}");
                        case Occurrence(Instant at, Event.VialOfLot(VialId vial, LotNumber lot)) -> event(event, at,
                                batch, position, "vial-of-lot", vial.value(), null, "{\"lot\":\"" + lot + "\"}");
                        case Occurrence(Instant at, Event.DosesLeft(VialId vial, int doses)) -> event(event, at,
                                batch, position, "doses-left", vial.value(), null, "{\"doses\":\"" + doses + "\"}");
                        case Occurrence(Instant at, VialsStruck struck) ->
                            event(event, at, batch, position, "vials-struck", null, null, "{}");
                        case Occurrence(Instant at, BatteryLevel level) -> event(event, at, batch, position,
                                "battery-level", null, null,
                                "{\"percent\":\"" + level.percent() + "\""
                                        + level.left().map(left -> ",\"minutes\":\"" + left.toMinutes() + "\"")
                                                .orElse("")
                                        + "}");
                        case Occurrence other -> throw new IllegalArgumentException("not stored here: " + other);
                    }
                    position++;
                }
                connection.commit();
            }
            return batch;
        });
    }

    private static void event(PreparedStatement event, Instant at, CommittedBatch batch, int position, String kind,
            @org.jspecify.annotations.Nullable String subject, @org.jspecify.annotations.Nullable Boolean became,
            String document)
            throws java.sql.SQLException {
        event.setObject(1, Columns.time(at));
        event.setLong(2, batch.source());
        event.setInt(3, position);
        event.setString(4, kind);
        event.setString(5, subject);
        event.setObject(6, became, java.sql.Types.BOOLEAN);
        event.setString(7, document);
        event.execute();
    }
}
