package org.gardefroid.ingest.registry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of the tables what each device is to work by, and keeps each brief that was ever left for one. */
@Singleton
public final class Briefs {

    private static final Logger LOG = LoggerFactory.getLogger(Briefs.class);

    /** The equipments where probes of each agent hang now, each with its latest settings: one statement for all of them. */
    private static final String PROBES = """
            SELECT d.name, d.shard, d.record_seconds, e.name, s.preset, (s.settings ->> 'lowestMilliCelsius')::int,
                   (s.settings ->> 'highestMilliCelsius')::int, p.name, p.purpose,
                   ARRAY(SELECT o.name FROM door o WHERE o.equipment = e.id AND o.device = d.id ORDER BY o.name),
                   CASE WHEN NOT lower_inf(l.during) THEN lower(l.during) END,
                   (s.settings - '{lowestMilliCelsius,highestMilliCelsius}'::text[])::text, z.time_zone,
                   EXISTS (SELECT FROM lot_placement o
                           WHERE o.equipment = e.id AND o.during @> now() AND upper_inf(o.known))
            FROM device d
            JOIN probe p ON p.device = d.id
            JOIN probe_placement l ON l.probe = p.id AND l.during @> now() AND upper_inf(l.known)
            JOIN equipment e ON e.id = l.equipment
            JOIN site z ON z.id = e.site
            JOIN LATERAL (SELECT preset, settings FROM equipment_setting
                          WHERE equipment = e.id ORDER BY revision DESC LIMIT 1) s ON true
            WHERE d.shard = ANY(?) AND d.kind = 'agent' AND d.revoked_at IS NULL
            ORDER BY d.name, e.name, p.name
            """;

    /** Each product's latest, without what is said in it to its readers alone. */
    private static final String PROFILES = """
            SELECT DISTINCT ON (product) product, document - 'notes' FROM product_profile ORDER BY product, revision DESC""";

    /** Where an agent's probes hang: what is there now, and was until lately, for a vial may have been opened of it. */
    private static final String LOTS = """
            SELECT DISTINCT d.name, w.lot, unnest(w.ways) AS way
            FROM device d
            JOIN probe p ON p.device = d.id
            JOIN probe_placement l ON l.probe = p.id AND l.during @> now() AND upper_inf(l.known)
            JOIN lot_placement o ON o.equipment = l.equipment AND upper_inf(o.known)
                AND o.during && tstzrange(now() - interval '2 days', NULL)
            JOIN lot_way w ON w.lot = o.lot AND w.equipment = l.equipment
            WHERE d.shard = ANY(?) AND d.kind = 'agent' AND d.revoked_at IS NULL
            ORDER BY d.name, w.lot, way""";

    private static final String KEEP = """
            INSERT INTO brief (hash, device, made_at, document)
            SELECT ?, id, now(), ? FROM device WHERE name = ? ON CONFLICT DO NOTHING
            """;

    private final Transactions transactions;
    private final Set<String> notMade = ConcurrentHashMap.newKeySet();

    public Briefs(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What one device is to work by. */
    public record Addressed(DeviceId device, int shard, Brief brief) {}

    /** One probe of a device, with the equipment where it hangs: words and numbers as they stand in the tables. */
    private record Hanging(
            int shard,
            int recordSeconds,
            String equipment,
            String preset,
            int lowest,
            int highest,
            String probe,
            String purpose,
            List<String> doors,
            Optional<Instant> since,
            String settings,
            ZoneId zone,
            boolean holdsLots) {

        /** With every number of it, whatever the agent knows of its preset. */
        Brief.Equipment with(List<Brief.PlacedProbe> probes) {
            EquipmentId id = new EquipmentId(equipment);
            EquipmentSettings inForce = StoredSettings.rules(id, preset, zone, settings);
            return new Brief.Equipment(id, probes, doors.stream().map(DoorId::new).toList(), preset,
                    new Temperature(lowest), new Temperature(highest), Optional.of(inForce.longestGap()),
                    Optional.of(EquipmentSettingsCodec.encodeRules(
                            holdsLots ? inForce.rules() : StoredSettings.betweenMissions(inForce.rules()))));
        }

        Brief.PlacedProbe placed() {
            return new Brief.PlacedProbe(new ProbeId(probe), ProbePurpose.ofCode(purpose), since);
        }
    }

    /** Of each agent of these shards what it is to work by now; without those none of whose probes is placed. */
    public List<Addressed> of(Collection<Integer> shards) throws SQLException {
        List<Addressed> briefs = new ArrayList<>();
        transactions.in(connection -> {
            List<Brief.Profile> profiles = profiles(connection);
            Map<String, List<String>> lots = lots(connection, shards);
            Map<String, List<Brief.LabelledVial>> vials = LabelledVials.of(connection, shards);
            hanging(connection, shards).forEach((device, probes) -> {
                try {
                    briefs.add(new Addressed(new DeviceId(device), probes.getFirst().shard,
                            brief(probes, profiles, lots.getOrDefault(device, List.of()),
                                    vials.getOrDefault(device, List.of()))));
                    notMade.remove(device);
                } catch (IllegalArgumentException e) { // the others' are made all the same
                    if (notMade.add(device)) { // or it would be told every few seconds
                        LOG.warn("brief not made device={} reason={}", device, e.getMessage());
                    }
                }
            });
            return true;
        });
        return briefs;
    }

    private static List<Brief.Profile> profiles(Connection connection) throws SQLException {
        List<Brief.Profile> profiles = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(PROFILES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                profiles.add(new Brief.Profile(new ProductId(row.getString(1)), row.getString(2)));
            }
        }
        return profiles;
    }

    private static Map<String, List<String>> lots(Connection connection, Collection<Integer> shards)
            throws SQLException {
        Map<String, List<String>> lots = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LOTS)) {
            select.setArray(1, connection.createArrayOf("int4", shards.toArray()));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                lots.computeIfAbsent(row.getString(1), device -> new ArrayList<>()).add(row.getString(3));
            }
        }
        return lots;
    }

    private static Map<String, List<Hanging>> hanging(Connection connection, Collection<Integer> shards)
            throws SQLException {
        Map<String, List<Hanging>> hanging = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PROBES)) {
            select.setArray(1, connection.createArrayOf("int4", shards.toArray()));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                List<String> doors = Arrays.stream((Object[]) row.getArray(10).getArray()).map(Object::toString)
                        .toList();
                hanging.computeIfAbsent(row.getString(1), device -> new ArrayList<>())
                        .add(new Hanging(row.getInt(2), row.getInt(3), row.getString(4), row.getString(5),
                                row.getInt(6), row.getInt(7), row.getString(8), row.getString(9), doors,
                                Optional.ofNullable(row.getObject(11, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                row.getString(12), ZoneId.of(row.getString(13)), row.getBoolean(14)));
            }
        }
        return hanging;
    }

    private static Brief brief(List<Hanging> hanging, List<Brief.Profile> profiles, List<String> lots,
            List<Brief.LabelledVial> vials) {
        Map<String, List<Hanging>> equipments = hanging.stream()
                .collect(Collectors.groupingBy(Hanging::equipment, LinkedHashMap::new, Collectors.toList()));
        return new Brief(Duration.ofSeconds(hanging.getFirst().recordSeconds),
                equipments.values().stream()
                        .map(probes -> probes.getFirst().with(probes.stream().map(Hanging::placed).toList())).toList(),
                profiles, lots, vials);
    }

    /**
     * The brief as it goes over the wire, kept before anybody can name it: what its device sends is judged again by it for
     * ever after.
     */
    public byte[] keep(Addressed addressed) throws SQLException {
        byte[] document = encode(addressed.device, addressed.brief);
        transactions.in(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
                insert.setBytes(1, Sha256.of(document).bytes());
                insert.setBytes(2, document);
                insert.setString(3, addressed.device.value());
                return insert.executeUpdate();
            }
        });
        return document;
    }

    /** Without vials a box knows no label of ours, without lots none of them, without profiles it sets its opened vials apart; without its brief it watches nothing. */
    private static byte[] encode(DeviceId device, Brief brief) {
        byte[] document = BriefCodec.encode(brief);
        if (document.length <= BriefCodec.MOST_BYTES) {
            return document;
        }
        byte[] withoutVials = BriefCodec
                .encode(new Brief(brief.recordInterval(), brief.equipments(), brief.profiles(), brief.lots()));
        if (withoutVials.length <= BriefCodec.MOST_BYTES) {
            LOG.error("vials left out of a brief device={} bytes={} vials={}", device, document.length,
                    brief.vials().size());
            return withoutVials;
        }
        byte[] withoutLots = BriefCodec.encode(new Brief(brief.recordInterval(), brief.equipments(), brief.profiles()));
        if (withoutLots.length <= BriefCodec.MOST_BYTES) {
            LOG.error("lots left out of a brief device={} bytes={} lots={}", device, document.length,
                    brief.lots().size());
            return withoutLots;
        }
        LOG.error("profiles left out of a brief device={} bytes={} profiles={}", device, document.length,
                brief.profiles().size());
        return BriefCodec.encode(new Brief(brief.recordInterval(), brief.equipments()));
    }
}
