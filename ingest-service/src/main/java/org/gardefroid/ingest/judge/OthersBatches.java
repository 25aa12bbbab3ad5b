package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.NumberSet;

/** What other instances store reaches whoever judges by way of the database, and by nothing else. */
final class OthersBatches {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private static final String DEVICES = """
            SELECT d.id FROM device d JOIN shard_lease l ON l.shard = d.shard WHERE l.holder <> ?""";

    private final Transactions transactions;
    private final String instance;
    private Set<Integer> before = Set.of();
    private Instant lookedAt = Instant.EPOCH;

    /** @param instance whose own batches are handed over to it */
    OthersBatches(Transactions transactions, String instance) {
        this.transactions = transactions;
        this.instance = instance;
    }

    /** The numbers stored of each journal of which others have stored what is not among these; at most once a second. */
    Map<Progress.Key, NumberSet> besides(Map<Progress.Key, NumberSet> judged, Instant now) throws SQLException {
        if (Duration.between(lookedAt, now).abs().compareTo(EVERY) < 0) {
            return Map.of();
        }
        lookedAt = now;
        return transactions.in(connection -> {
            Set<Integer> devices = devices(connection);
            // A shard that has passed to us: what was stored of it until then is still the other's.
            Set<Integer> both = new HashSet<>(devices);
            both.addAll(before);
            Map<Progress.Key, NumberSet> stored = both.isEmpty()
                    ? new HashMap<>()
                    : new Progress(connection).stored(both);
            stored.entrySet().removeIf(each -> each.getValue()
                    .minus(judged.getOrDefault(each.getKey(), NumberSet.EMPTY)).isEmpty());
            before = devices;
            return stored;
        });
    }

    private Set<Integer> devices(Connection connection) throws SQLException {
        Set<Integer> devices = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(DEVICES)) {
            select.setString(1, instance);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    devices.add(row.getInt(1));
                }
            }
        }
        return devices;
    }
}
