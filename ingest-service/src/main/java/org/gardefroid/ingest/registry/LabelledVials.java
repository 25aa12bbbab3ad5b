package org.gardefroid.ingest.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;

/** The vials with a label of ours whose lots are at a device, and what other devices have told of them. */
final class LabelledVials {

    /**
     * The latest labels first. A device's vials are in the first of its equipments by name, as everywhere; after thirty days no vial is in
     * use any more.
     */
    private static final String VIALS = """
            SELECT DISTINCT m.name, v.labelled_at, v.id, v.name, v.product, t.number, e.document ->> 'step', e.happened_at,
                (SELECT min(q.name) FROM probe p
                 JOIN probe_placement l ON l.probe = p.id AND l.during @> e.happened_at AND upper_inf(l.known)
                 JOIN equipment q ON q.id = l.equipment WHERE p.device = e.device), e.source, e.position
            FROM (SELECT DISTINCT d.id, d.name, o.lot
                  FROM device d
                  JOIN probe p ON p.device = d.id
                  JOIN probe_placement l ON l.probe = p.id AND l.during @> now() AND upper_inf(l.known)
                  JOIN lot_placement o ON o.equipment = l.equipment AND upper_inf(o.known)
                      AND o.during && tstzrange(now() - interval '2 days', NULL)
                  WHERE d.shard = ANY(?) AND d.kind = 'agent' AND d.revoked_at IS NULL) m
            JOIN vial v ON v.lot = m.lot AND v.labelled_at IS NOT NULL
            JOIN lot t ON t.id = v.lot
            LEFT JOIN event e ON e.subject = v.name AND e.kind = 'vial-handled' AND e.device <> m.id
                AND e.happened_at > now() - interval '30 days'
            ORDER BY m.name, v.labelled_at DESC, v.id, e.happened_at, e.source, e.position""";

    private LabelledVials() {}

    /** By the devices' names; of each as many as a brief takes. */
    static Map<String, List<Brief.LabelledVial>> of(Connection connection, Collection<Integer> shards)
            throws SQLException {
        Map<String, Map<VialId, Brief.LabelledVial>> found = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(VIALS)) {
            select.setArray(1, connection.createArrayOf("int4", shards.toArray()));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                Map<VialId, Brief.LabelledVial> ofDevice = found.computeIfAbsent(row.getString(1),
                        device -> new LinkedHashMap<>());
                VialId vial = new VialId(row.getString(4));
                if (ofDevice.containsKey(vial) || ofDevice.size() < Brief.MOST_VIALS) {
                    ofDevice.put(vial, with(row, vial, ofDevice));
                }
            }
        }
        Map<String, List<Brief.LabelledVial>> vials = new LinkedHashMap<>();
        found.forEach((device, ofDevice) -> vials.put(device, List.copyOf(ofDevice.values())));
        return vials;
    }

    private static Brief.LabelledVial with(ResultSet row, VialId vial, Map<VialId, Brief.LabelledVial> known)
            throws SQLException {
        List<Brief.Handling> elsewhere = new ArrayList<>(
                known.containsKey(vial) ? known.get(vial).elsewhere() : List.of());
        String equipment = row.getString(9);
        if (equipment != null) {
            elsewhere.add(new Brief.Handling(VialStep.ofCode(row.getString(7)).orElseThrow(),
                    row.getObject(8, OffsetDateTime.class).toInstant(), new EquipmentId(equipment)));
        }
        return new Brief.LabelledVial(vial, new ProductId(row.getString(5)), new LotNumber(row.getString(6)),
                elsewhere);
    }
}
