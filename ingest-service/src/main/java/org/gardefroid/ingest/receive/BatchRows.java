package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.ingest.store.BinaryCopy;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;

/** What one transaction adds, gathered and then copied table by table: a connection carries one COPY at a time. */
final class BatchRows {

    private static final String READING = "reading (measured_at, source, probe, milli_celsius, fault)";
    private static final String EVENT = "event (happened_at, source, device, position, kind, subject, became, document)";
    private static final String LOG = """
            batch_log (source, number, received_at, first_at, last_at, journal, device, readings, events, bytes, hash, brief,
                       monotonic_millis, wall, previous)""";
    private static final String UNDATED = """
            undated (source, device, journal, number, boot, first_monotonic_millis, last_monotonic_millis, held_because,
                     not_before, received_at, bytes)""";

    private final Directory directory;
    private final List<Dated> dated = new ArrayList<>();
    private final List<Logged> logged = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private int events;

    BatchRows(Directory directory) {
        this.directory = directory;
    }

    private record Dated(BatchId id, long source, List<DatedRecord> records) {}

    /** A line of the log; what only our agents tell is empty for others. */
    private record Logged(
            long source,
            BatchId id,
            Instant receivedAt,
            int bytes,
            Sha256 hash,
            Optional<Batch> batch,
            Optional<BatchClock> clock,
            int readings,
            int events,
            Optional<Span> span) {}

    private record Held(long source, Arrival arrival, Batch batch, Optional<Instant> notBefore) {}

    void addDated(BatchId id, long source, List<DatedRecord> records) {
        dated.add(new Dated(id, source, records));
        for (DatedRecord record : records) {
            events += record instanceof Occurrence ? 1 : 0;
        }
    }

    /**
     * @param clock what its records are dated by, its own or the one of a dating
     * @param records empty while it is undated
     */
    void addToLog(long source, Arrival arrival, Batch batch, BatchClock clock, List<DatedRecord> records) {
        int readings = readings(batch);
        logged.add(new Logged(source, arrival.id(), arrival.receivedAt(), arrival.payload().length, arrival.hash(),
                Optional.of(batch), Optional.of(clock), readings, batch.records().size() - readings,
                records.isEmpty() ? Optional.empty() : Optional.of(Span.of(records))));
    }

    void addForeignToLog(long source, BatchId id, org.gardefroid.ingest.mqtt.Arrival arrival, Sha256 hash,
            List<DatedRecord> records) {
        logged.add(new Logged(source, id, arrival.receivedAt(), arrival.payload().length, hash, Optional.empty(),
                Optional.empty(), records.size(), 0, Optional.of(Span.of(records))));
    }

    /** @param notBefore empty where only a later batch can tell its date */
    void addHeld(long source, Arrival arrival, Batch batch, Optional<Instant> notBefore) {
        held.add(new Held(source, arrival, batch, notBefore));
    }

    void write(Connection connection) throws SQLException {
        if (!dated.isEmpty()) {
            writeReadings(connection);
        }
        if (events > 0) {
            writeEvents(connection);
        }
        if (!logged.isEmpty()) {
            writeLog(connection);
        }
        if (!held.isEmpty()) {
            writeHeld(connection);
        }
    }

    private void writeReadings(Connection connection) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, READING)) {
            ProbeId lastName = null;
            int probe = 0;
            for (Dated batch : dated) {
                for (DatedRecord record : batch.records) {
                    if (record instanceof Reading(ProbeId name, Instant at, var measurement)) {
                        if (!name.equals(lastName)) {
                            probe = probe(name);
                            lastName = name;
                        }
                        copy.row(5).timestamp(at).int8(batch.source).int4(probe);
                        switch (measurement) {
                            case Temperature(int milliCelsius) -> copy.int4(milliCelsius).nothing();
                            case ProbeFault fault -> copy.nothing().int2(fault.number());
                        }
                    }
                }
            }
            copy.end();
        }
    }

    private void writeEvents(Connection connection) throws SQLException {
        Calibrations calibrations = new Calibrations();
        try (BinaryCopy copy = BinaryCopy.into(connection, EVENT)) {
            for (Dated batch : dated) {
                int position = 0;
                for (DatedRecord record : batch.records) {
                    if (record instanceof Occurrence(Instant at, var event)) {
                        calibrations.take(device(batch.id), record);
                        EventForm form = EventForm.of(event);
                        copy.row(8).timestamp(at).int8(batch.source).int4(device(batch.id)).int4(position)
                                .text(form.kind());
                        form.subject().ifPresentOrElse(copy::text, copy::nothing);
                        form.became().ifPresentOrElse(copy::truth, copy::nothing);
                        copy.jsonb(form.document());
                    }
                    position++;
                }
            }
            copy.end();
        }
        calibrations.write(connection);
    }

    private void writeLog(Connection connection) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, LOG)) {
            for (Logged line : logged) {
                copy.row(15).int8(line.source).int8(line.id.number()).timestamp(line.receivedAt);
                line.span.map(Span::first).ifPresentOrElse(copy::timestamp, copy::nothing);
                line.span.map(Span::last).ifPresentOrElse(copy::timestamp, copy::nothing);
                copy.uuid(Journals.uuid(line.id.journal())).int4(device(line.id)).int4(line.readings).int4(line.events)
                        .int4(line.bytes).bytes(line.hash.bytes());
                line.batch.flatMap(Batch::brief).map(Sha256::bytes).ifPresentOrElse(copy::bytes, copy::nothing);
                line.clock.map(BatchClock::monotonicMillis).ifPresentOrElse(copy::int8, copy::nothing);
                line.clock.flatMap(BatchClock::wall).ifPresentOrElse(copy::timestamp, copy::nothing);
                line.batch.map(batch -> batch.previous().bytes()).ifPresentOrElse(copy::bytes, copy::nothing);
            }
            copy.end();
        }
    }

    private void writeHeld(Connection connection) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, UNDATED)) {
            for (Held batch : held) {
                Arrival arrival = batch.arrival;
                copy.row(11).int8(batch.source).int4(device(arrival.id())).uuid(Journals.uuid(arrival.id().journal()))
                        .int8(arrival.id().number()).text(batch.batch.clock().boot().value())
                        .int8(batch.batch.records().getFirst().monotonicMillis())
                        .int8(batch.batch.records().getLast().monotonicMillis())
                        .text(batch.notBefore.isPresent() ? "future" : "no-trusted-clock");
                batch.notBefore.ifPresentOrElse(copy::timestamp, copy::nothing);
                copy.timestamp(arrival.receivedAt()).bytes(arrival.payload());
            }
            copy.end();
        }
    }

    private static int readings(Batch batch) {
        int readings = 0;
        for (var record : batch.records()) {
            readings += record.observation() instanceof Measured ? 1 : 0;
        }
        return readings;
    }

    private int probe(ProbeId name) {
        return directory.probe(name).orElseThrow(() -> new IllegalStateException("probe is not registered: " + name))
                .id();
    }

    private int device(BatchId id) {
        return directory.device(id.device())
                .orElseThrow(() -> new IllegalStateException("device is not registered: " + id)).id();
    }
}
