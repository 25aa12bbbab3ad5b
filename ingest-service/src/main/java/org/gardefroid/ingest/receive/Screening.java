package org.gardefroid.ingest.receive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.ingest.registry.Directory.KnownDevice;
import org.gardefroid.ingest.registry.Directory.KnownProbe;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.wire.Decoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what the bytes of a batch alone do not show: names that are not registered for its device, and absurd dates. */
final class Screening {

    private static final Logger LOG = LoggerFactory.getLogger(Screening.class);

    private final Directories directories;

    Screening(Directories directories) {
        this.directories = directories;
    }

    /** The device, if it is registered and not revoked. */
    Optional<KnownDevice> device(DeviceId name) {
        Optional<KnownDevice> known = directories.current().device(name);
        return (known.isPresent() ? known : renewed().device(name)).filter(device -> !device.revoked());
    }

    /** Whether it is one of ours that may not speak any more. */
    boolean isRevoked(DeviceId name) {
        return directories.current().device(name).filter(KnownDevice::revoked).isPresent();
    }

    Arrival screen(Arrival arrival, KnownDevice device) {
        if (!(arrival.content() instanceof Decoded.Ok<Batch>(Batch batch))) {
            return arrival;
        }
        Optional<String> absurd = absurdDate(batch);
        if (absurd.isPresent()) {
            return arrival.refused(Rejection.IMPOSSIBLE_TIME, absurd.get());
        }
        Optional<String> unknown = unknownName(batch, device, directories.current());
        if (unknown.isPresent()) {
            unknown = unknownName(batch, device, renewed());
        }
        return unknown.map(detail -> arrival.refused(Rejection.UNKNOWN_NAME, detail)).orElse(arrival);
    }

    private static Optional<String> unknownName(Batch batch, KnownDevice device, Directory directory) {
        ProbeId last = null;
        for (JournalRecord record : batch.records()) {
            if (record.observation() instanceof Measured(ProbeId probe, var measurement)) {
                if (!probe.equals(last)) {
                    Optional<KnownProbe> known = directory.probe(probe);
                    if (known.isEmpty() || known.get().device() != device.id()) {
                        return Optional.of("probe " + probe + " is not registered for this device");
                    }
                    last = probe;
                }
            } else if (record.observation() instanceof Event.DoorMoved(DoorId door, boolean open)
                    && !directory.isDoorOf(door, device.id())) {
                return Optional.of("door " + door + " is not registered for this device");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> absurdDate(Batch batch) {
        if (batch.clock().wall().isEmpty()) {
            return Optional.empty();
        }
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (JournalRecord record : batch.records()) {
            earliest = Math.min(earliest, record.monotonicMillis());
            latest = Math.max(latest, record.monotonicMillis());
        }
        Instant first = batch.clock().date(earliest).orElseThrow();
        Instant last = batch.clock().date(latest).orElseThrow();
        return first.isBefore(BatchClock.EARLIEST) || last.isAfter(BatchClock.LATEST)
                ? Optional.of("records from " + first + " to " + last)
                : Optional.empty();
    }

    private Directory renewed() {
        try {
            return directories.renewed();
        } catch (SQLException e) {
            // What looks unknown now may be known: the group is not decided without the database.
            LOG.warn("directory not read reason={}", e.getMessage());
            throw SqlFault.of(e);
        }
    }
}
