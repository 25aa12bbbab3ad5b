package org.gardefroid.ingest.registry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gardefroid.ingest.registry.Directory.KnownDevice;
import org.gardefroid.ingest.registry.Directory.KnownProbe;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.ProbeId;

/**
 * Keeps the directory in memory. A name that is not in it may have been registered since: then it is read again, but not
 * more than once a second, or a device with wrong names could keep the database busy with nothing else.
 */
@Singleton
public final class Directories {

    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

    private final Transactions transactions;
    private volatile Directory current = new Directory(Map.of(), Map.of(), Map.of());
    private volatile long readAt = System.nanoTime() - AT_MOST_EVERY.toNanos();

    public Directories(Transactions transactions) {
        this.transactions = transactions;
    }

    public Directory current() {
        return current;
    }

    /** The directory read again, unless that was done within the last second. */
    public synchronized Directory renewed() throws SQLException {
        if (System.nanoTime() - readAt >= AT_MOST_EVERY.toNanos()) {
            renew();
        }
        return current;
    }

    /** After a change that this program made itself. */
    public synchronized void renew() throws SQLException {
        current = transactions.in(Directories::read);
        readAt = System.nanoTime();
    }

    private static Directory read(Connection connection) throws SQLException {
        Map<DeviceId, KnownDevice> devices = new HashMap<>();
        Map<ProbeId, KnownProbe> probes = new HashMap<>();
        Map<DoorId, Integer> doors = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet device = statement.executeQuery("SELECT name, id, site, shard, kind, revoked_at FROM device");
            while (device.next()) {
                devices.put(new DeviceId(device.getString(1)), new KnownDevice(device.getInt(2), device.getInt(3),
                        device.getInt(4), device.getString(5).equals("foreign"), device.getString(6) != null));
            }
            ResultSet probe = statement.executeQuery("SELECT name, id, device FROM probe");
            while (probe.next()) {
                probes.put(new ProbeId(probe.getString(1)), new KnownProbe(probe.getInt(2), probe.getInt(3)));
            }
            ResultSet door = statement.executeQuery("SELECT name, device FROM door");
            while (door.next()) {
                doors.put(new DoorId(door.getString(1)), door.getInt(2));
            }
        }
        return new Directory(devices, probes, doors);
    }
}
