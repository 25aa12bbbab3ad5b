package org.gardefroid.ingest.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The devices that other instances store for: what comes of them reaches whoever judges by way of the database alone. */
public final class OthersDevices {

    private static final String DEVICES = """
            SELECT d.id FROM device d JOIN shard_lease l ON l.shard = d.shard WHERE l.holder <> ?""";

    private final String instance;
    private Set<Integer> before = Set.of();

    /** @param instance that is told of its own */
    public OthersDevices(String instance) {
        this.instance = instance;
    }

    /** Their numbers; with those that were others' when last asked: what was stored until their shard passed is still theirs. */
    public Set<Integer> now(Connection connection) throws SQLException {
        Set<Integer> devices = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(DEVICES)) {
            select.setString(1, instance);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    devices.add(row.getInt(1));
                }
            }
        }
        Set<Integer> both = new HashSet<>(devices);
        both.addAll(before);
        before = devices;
        return both;
    }
}
