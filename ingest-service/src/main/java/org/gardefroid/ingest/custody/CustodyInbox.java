package org.gardefroid.ingest.custody;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.ingest.receive.CommittedConsumer;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.VialId;

/** What was stored since it was last looked at: names and times alone, so that it holds little however much is stored. */
@Singleton
final class CustodyInbox implements CommittedConsumer {

    private Map<ProbeId, Instant> probes = new HashMap<>();
    private Map<DeviceId, Heard> devices = new HashMap<>();
    private Set<VialId> vials = new HashSet<>();

    /** @param lastRecord the latest that the device has told of */
    record Heard(Instant at, Instant lastRecord) {

        Heard and(Heard other) {
            return new Heard(at.isAfter(other.at) ? at : other.at,
                    lastRecord.isAfter(other.lastRecord) ? lastRecord : other.lastRecord);
        }
    }

    /** @param probes from when on each of them has new readings */
    record Stored(Map<ProbeId, Instant> probes, Map<DeviceId, Heard> devices, Set<VialId> vials) {

        Stored and(Stored other) {
            other.probes.forEach((probe, at) -> probes.merge(probe, at, CustodyInbox::earlier));
            other.devices.forEach((device, heard) -> devices.merge(device, heard, Heard::and));
            vials.addAll(other.vials);
            return this;
        }
    }

    @Override
    public synchronized void committed(List<CommittedBatch> batches) {
        for (CommittedBatch batch : batches) {
            for (DatedRecord record : batch.records()) {
                take(record);
                devices.merge(batch.id().device(), new Heard(batch.receivedAt(), record.at()), Heard::and);
            }
        }
    }

    private void take(DatedRecord record) {
        switch (record) {
            case Reading reading -> probes.merge(reading.probe(), reading.at(),
                    CustodyInbox::earlier);
            case Occurrence(Instant at, Event.OfVial event) -> vials.add(event.vial());
            case Occurrence other -> { // nothing of goods
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    synchronized Stored take() {
        Stored stored = new Stored(probes, devices, vials);
        probes = new HashMap<>();
        devices = new HashMap<>();
        vials = new HashSet<>();
        return stored;
    }
}
