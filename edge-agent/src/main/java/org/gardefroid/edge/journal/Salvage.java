package org.gardefroid.edge.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Sha256;

/**
 * Reads the table of batches of a file that may be damaged: from its beginning until a page cannot be read, then each batch
 * by itself up to the last there is. A page that is gone costs only what stood in it.
 */
final class Salvage {

    private static final String COLUMNS = "sequence, journal, number, hash, content";

    private final Connection connection;
    private final DeviceId device;
    private final Map<Long, JournalId> journals = new HashMap<>();
    private long withoutJournal;

    Salvage(Connection connection, DeviceId device, List<JournalTable.Row> journals) {
        this.connection = connection;
        this.device = device;
        journals.forEach(row -> this.journals.put(row.position(), row.id()));
    }

    /** @return of how many batches nobody knows any more to which journal they belong */
    long read(Consumer<SealedBatch> each) {
        long read = forwards(each);
        if (read != Long.MAX_VALUE) {
            long last = last();
            for (long sequence = read + 1; sequence <= last; sequence++) {
                byItself(sequence).ifPresent(each);
            }
        }
        return withoutJournal;
    }

    /** The last sequence that was read before something could not be; the largest number if all could. */
    private long forwards(Consumer<SealedBatch> each) {
        long last = 0;
        try (PreparedStatement select = connection
                .prepareStatement("SELECT " + COLUMNS + " FROM batch ORDER BY sequence");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Optional<SealedBatch> batch = batch(result);
                last = result.getLong(1);
                batch.ifPresent(each);
            }
            return Long.MAX_VALUE;
        } catch (SQLException e) {
            return last;
        }
    }

    /** The last that was ever sealed; from the table itself, and where that is damaged from SQLite's own count. */
    private long last() {
        long last = 0;
        for (String sql : List.of("SELECT max(sequence) FROM batch",
                "SELECT seq FROM sqlite_sequence WHERE name = 'batch'")) {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet result = select.executeQuery()) {
                last = result.next() ? Math.max(last, result.getLong(1)) : last;
            } catch (SQLException _) {
                // the other one may be legible
            }
        }
        return last;
    }

    private Optional<SealedBatch> byItself(long sequence) {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT " + COLUMNS + " FROM batch WHERE sequence = ?")) {
            select.setLong(1, sequence);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? batch(result) : Optional.empty();
            }
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    private Optional<SealedBatch> batch(ResultSet result) throws SQLException {
        JournalId journal = journals.get(result.getLong(2));
        if (journal == null) {
            withoutJournal++;
            return Optional.empty();
        }
        try {
            return Optional.of(new SealedBatch(new BatchId(device, journal, result.getLong(3)), result.getBytes(5),
                    new Sha256(result.getString(4)), false, Optional.empty()));
        } catch (IllegalArgumentException | NullPointerException _) { // what no batch says: it is told of as unreadable
            return Optional.empty();
        }
    }
}
