package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Numbers for batches, a thousand at a time: each asked for alone would be a round trip a batch. */
final class SourceNumbers {

    private static final int BLOCK = 1_000; // as the sequence counts

    private long next;
    private long end;

    synchronized long next(Connection connection) throws SQLException {
        if (next == end) {
            try (Statement statement = connection.createStatement();
                    ResultSet block = statement.executeQuery("SELECT nextval('batch_source')")) {
                block.next();
                next = block.getLong(1);
                end = next + BLOCK;
            }
        }
        return next++;
    }
}
