package org.gardefroid.ingest.custody;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gardefroid.ingest.judge.WatchList;
import org.gardefroid.ingest.lease.OthersDevices;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.VialId;

/** What other instances have stored of the devices that are theirs; whoever judges finds it in the database. */
final class OthersBatches {

    /** A batch is in the log a moment after it was received. */
    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(15);

    private static final String BATCHES = """
            SELECT d.id, d.name, min(b.first_at) AS first_at, max(b.last_at) AS last_at, max(b.received_at) AS received_at
            FROM batch_log b JOIN device d ON d.id = b.device
            WHERE b.device = ANY(?) AND b.received_at > ? AND b.first_at IS NOT NULL GROUP BY d.id, d.name""";

    private static final String VIALS = """
            SELECT DISTINCT subject FROM event WHERE device = ? AND happened_at >= ? AND subject IS NOT NULL
                AND kind IN ('vial-handled', 'vial-moved', 'vial-of-lot', 'doses-left', 'vial-ended',
                    'start-voided')""";

    private final OthersDevices devices;
    private Instant lookedAt = Instant.MAX;

    /** What {@code instance} itself stores it is told of. */
    OthersBatches(String instance) {
        this.devices = new OthersDevices(instance);
    }

    CustodyInbox.Stored since(Sql sql, WatchList watchList, Instant now) {
        Map<ProbeId, Instant> probes = new HashMap<>();
        Map<DeviceId, CustodyInbox.Heard> heard = new HashMap<>();
        Set<VialId> vials = new HashSet<>();
        Set<Integer> others = sql.with(devices::now);
        if (lookedAt.isBefore(now) && !others.isEmpty()) {
            sql.each(BATCHES, row -> take(sql, row, watchList, probes, heard, vials),
                    others.toArray(Integer[]::new), lookedAt.minus(COMMITTED_WITHIN));
        }
        lookedAt = now;
        return new CustodyInbox.Stored(probes, heard, vials);
    }

    private static void take(Sql sql, Row row, WatchList watchList, Map<ProbeId, Instant> probes,
            Map<DeviceId, CustodyInbox.Heard> devices, Set<VialId> vials) throws SQLException {
        int device = row.number("id");
        Instant first = row.instant("first_at");
        devices.put(new DeviceId(row.text("name")),
                new CustodyInbox.Heard(row.instant("received_at"), row.instant("last_at")));
        watchList.equipments().values().stream().flatMap(watched -> watched.placements().stream())
                .filter(placement -> placement.device() == device)
                .forEach(placement -> probes.put(placement.probe(), first));
        vials.addAll(sql.list(VIALS, vial -> new VialId(vial.text("subject")), device, first));
    }
}
