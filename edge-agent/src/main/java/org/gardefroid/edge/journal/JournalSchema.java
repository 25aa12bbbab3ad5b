package org.gardefroid.edge.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What tables the file has, and whether a file that was found is one of ours, whole. */
final class JournalSchema {

    /** "Gard": so that another program's database is not taken for ours. */
    private static final int APPLICATION = 0x47617264;

    private static final int VERSION = 1;
    private static final String[] SCHEMA = {
        """
                CREATE TABLE journal (
                  position INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of opening
                  id TEXT NOT NULL UNIQUE,
                  last_number INTEGER NOT NULL,
                  last_hash TEXT NOT NULL,
                  delivered TEXT NOT NULL DEFAULT '',
                  rejected TEXT NOT NULL DEFAULT '',
                  dropped TEXT NOT NULL DEFAULT ''
                ) STRICT""",
        """
                CREATE TABLE batch (
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of sealing, over all journals
                  journal INTEGER NOT NULL REFERENCES journal,
                  number INTEGER NOT NULL,
                  hash TEXT NOT NULL,
                  urgent INTEGER NOT NULL,
                  settled INTEGER NOT NULL DEFAULT 0,          -- delivered or rejected
                  sealed_at INTEGER,                           -- ms since 1970, where the clock was trusted
                  content BLOB NOT NULL,
                  UNIQUE (journal, number)
                ) STRICT""",
        "CREATE INDEX batch_by_settled ON batch (settled, sequence)",
        "PRAGMA application_id = " + APPLICATION,
        "PRAGMA user_version = " + VERSION};

    private static final String BEYOND_THE_LAST = """
            SELECT 1 FROM journal j WHERE j.last_number
                < (SELECT max(b.number) FROM batch b WHERE b.journal = j.position) LIMIT 1""";

    private JournalSchema() {}

    /**
     * Makes the tables in a new file; any other must be sound, ours, and of this version.
     *
     * <p>All of it is looked at: a quarter of a second for ninety days of two batches a minute (220 MB) that are in memory,
     * and else as long as the card takes to read them. A page found damaged only later might be one that is written to by
     * then.
     */
    static void check(Connection connection) throws SQLException {
        if (pragma(connection, "user_version") == 0 && pragma(connection, "schema_version") == 0) { // a new file
            create(connection);
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!result.next() || !"ok".equals(result.getString(1))) {
                throw new SQLException("not sound: " + result.getString(1));
            }
        }
        if (holds(connection, BEYOND_THE_LAST)) { // nobody would send them
            throw new SQLException("not sound: a journal has more batches than it says");
        }
        long application = pragma(connection, "application_id");
        long version = pragma(connection, "user_version");
        if (application != APPLICATION || version != VERSION) {
            throw new SQLException("version " + version + " of application " + application + ", not version " + VERSION
                    + " of ours");
        }
    }

    private static boolean holds(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            return result.next();
        }
    }

    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
            statement.execute("COMMIT");
        }
    }

    static long pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
