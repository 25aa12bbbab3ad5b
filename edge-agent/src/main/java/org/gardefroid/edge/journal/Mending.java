package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the look at a start does not see: an index that no longer agrees with its table. Whoever comes upon it leaves word
 * and ends, and the next start makes the indexes anew from the tables; without that it would end there again and again.
 */
final class Mending {

    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    private Mending() {}

    private static Path word(Path journal) {
        return Path.of(journal + ".to-mend");
    }

    static void isNeeded(Path journal) {
        try {
            Files.writeString(word(journal), "");
        } catch (IOException e) {
            LOG.error("journal cannot be marked for mending file={} reason=\"{}\"", journal, e.getMessage());
        }
    }

    /** @throws SQLException if the tables themselves are damaged: then the file is not sound */
    static void mendIfNeeded(Path journal, Connection connection) throws SQLException {
        try {
            if (!Files.deleteIfExists(word(journal))) {
                return;
            }
        } catch (IOException e) {
            throw new CardFailedException(journal, "cannot mend", e);
        }
        LOG.error("indexes of the journal are made anew file={}", journal);
        try (Statement statement = connection.createStatement()) {
            statement.execute("REINDEX");
            try (ResultSet result = statement.executeQuery("PRAGMA integrity_check(1)")) {
                if (!result.next() || !"ok".equals(result.getString(1))) {
                    throw new SQLException("not sound: " + result.getString(1));
                }
            }
        }
    }
}
