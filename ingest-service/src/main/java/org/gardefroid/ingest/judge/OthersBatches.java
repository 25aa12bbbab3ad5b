package org.gardefroid.ingest.judge;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gardefroid.ingest.lease.OthersDevices;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.NumberSet;

/** What other instances store reaches whoever judges by way of the database, and by nothing else. */
final class OthersBatches {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final OthersDevices devices;
    private Instant lookedAt = Instant.EPOCH;

    /** @param instance whose own batches are handed over to it */
    OthersBatches(Transactions transactions, String instance) {
        this.transactions = transactions;
        this.devices = new OthersDevices(instance);
    }

    /** The numbers stored of each journal of which others have stored what is not among these; at most once a second. */
    Map<Progress.Key, NumberSet> besides(Map<Progress.Key, NumberSet> judged, Instant now) throws SQLException {
        if (Duration.between(lookedAt, now).abs().compareTo(EVERY) < 0) {
            return Map.of();
        }
        lookedAt = now;
        return transactions.in(connection -> {
            Set<Integer> others = devices.now(connection);
            Map<Progress.Key, NumberSet> stored = others.isEmpty()
                    ? new HashMap<>()
                    : new Progress(connection).stored(others);
            stored.entrySet().removeIf(each -> each.getValue()
                    .minus(judged.getOrDefault(each.getKey(), NumberSet.EMPTY)).isEmpty());
            return stored;
        });
    }
}
