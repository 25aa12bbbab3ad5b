package org.gardefroid.ingest.registry;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** Makes of the tables what a device is to work by, and keeps each brief that was ever made. */
@Singleton
public final class Briefs {

    private static final Logger LOG = LoggerFactory.getLogger(Briefs.class);

    private static final String INTERVAL = "SELECT record_seconds FROM device WHERE name = ?";

    /** The equipments where probes of the device hang now, each with its latest settings. */
    private static final String PROBES = """
            SELECT e.name, s.preset, (s.settings ->> 'lowestMilliCelsius')::int, (s.settings ->> 'highestMilliCelsius')::int,
                   p.name, p.purpose,
                   ARRAY(SELECT o.name FROM door o WHERE o.equipment = e.id AND o.device = d.id ORDER BY o.name)
            FROM device d
            JOIN probe p ON p.device = d.id
            JOIN probe_placement l ON l.probe = p.id AND l.during @> now() AND upper_inf(l.known)
            JOIN equipment e ON e.id = l.equipment
            JOIN LATERAL (SELECT preset, settings FROM equipment_setting
                          WHERE equipment = e.id ORDER BY revision DESC LIMIT 1) s ON true
            WHERE d.name = ?
            ORDER BY e.name, p.name
            """;

    /** Each product's latest, without what is said in it to its readers alone. */
    private static final String PROFILES = """
            SELECT DISTINCT ON (product) product, document - 'notes' FROM product_profile ORDER BY product, revision DESC""";

    private static final String KEEP = """
            INSERT INTO brief (hash, device, made_at, document)
            SELECT ?, id, now(), ? FROM device WHERE name = ? ON CONFLICT DO NOTHING
            """;

    private final Transactions transactions;

    public Briefs(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The bytes of the brief that the device is to work by now; nothing while none of its probes is placed. */
    public Optional<byte[]> current(DeviceId device) {
        try {
            return transactions.in(connection -> {
                Optional<Brief> brief = make(connection, device);
                if (brief.isEmpty()) {
                    return Optional.empty();
                }
                byte[] document = encode(device, brief.get());
                keep(connection, device, document);
                return Optional.of(document);
            });
        } catch (SQLException | IllegalArgumentException e) {
            LOG.warn("brief not made device={} reason={}", device, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Brief> make(Connection connection, DeviceId device) throws SQLException {
        Map<EquipmentId, Brief.Equipment> equipments = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PROBES)) {
            select.setString(1, device.value());
            ResultSet row = select.executeQuery();
            while (row.next()) {
                EquipmentId id = new EquipmentId(row.getString(1));
                Brief.PlacedProbe probe = new Brief.PlacedProbe(new ProbeId(row.getString(5)),
                        ProbePurpose.valueOf(row.getString(6).toUpperCase(Locale.ROOT)));
                Brief.Equipment before = equipments.get(id);
                List<Brief.PlacedProbe> probes = new ArrayList<>(before == null ? List.of() : before.probes());
                probes.add(probe);
                equipments.put(id, new Brief.Equipment(id, probes, doors(row.getArray(7)), row.getString(2),
                        new Temperature(row.getInt(3)), new Temperature(row.getInt(4))));
            }
        }
        return equipments.isEmpty()
                ? Optional.empty()
                : Optional.of(new Brief(interval(connection, device), List.copyOf(equipments.values()),
                        profiles(connection)));
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

    /** Without its profiles a box sets its opened vials apart; without its brief it watches nothing. */
    private static byte[] encode(DeviceId device, Brief brief) {
        byte[] document = BriefCodec.encode(brief);
        if (document.length <= BriefCodec.MOST_BYTES) {
            return document;
        }
        LOG.error("profiles left out of a brief device={} bytes={} profiles={}", device, document.length,
                brief.profiles().size());
        return BriefCodec.encode(new Brief(brief.recordInterval(), brief.equipments()));
    }

    private static List<DoorId> doors(Array names) throws SQLException {
        return Arrays.stream((Object[]) names.getArray()).map(name -> new DoorId(name.toString())).toList();
    }

    private static Duration interval(Connection connection, DeviceId device) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(INTERVAL)) {
            select.setString(1, device.value());
            ResultSet row = select.executeQuery();
            row.next();
            return Duration.ofSeconds(row.getInt(1));
        }
    }

    private static void keep(Connection connection, DeviceId device, byte[] document) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setBytes(1, Sha256.of(document).bytes());
            insert.setBytes(2, document);
            insert.setString(3, device.value());
            insert.executeUpdate();
        }
    }
}
