package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.gardefroid.edge.delivery.CardFullException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** The SQLite file itself: how it is opened, found to be sound, and written in transactions. Decides nothing. */
final class JournalFile implements AutoCloseable {

    /** "Gard": so that another program's database is not taken for ours. */
    private static final int APPLICATION = 0x47617264;

    private static final int VERSION = 1;
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

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

    private final Path file;
    private final Connection connection;

    private JournalFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens the file, and makes it where there is none. A file that is not sound is set aside, and told of. */
    static JournalFile open(Path file) {
        try {
            return openSound(file);
        } catch (SQLException e) {
            setAside(file, String.valueOf(e.getMessage()));
        }
        try {
            return openSound(file);
        } catch (SQLException e) {
            throw new CardFailedException(file, "cannot open", e);
        }
    }

    private static JournalFile openSound(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // Once a batch is sealed it is told to the service; a power cut must not take it back.
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            JournalFile opened = new JournalFile(file, connection);
            opened.check();
            connection.setAutoCommit(false);
            return opened;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void check() throws SQLException {
        if (pragma("user_version") == 0 && pragma("schema_version") == 0) { // a new file
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                for (String sql : SCHEMA) {
                    statement.execute(sql);
                }
                statement.execute("COMMIT");
            }
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!result.next() || !"ok".equals(result.getString(1))) {
                throw new SQLException("not sound: " + result.getString(1));
            }
        }
        if (pragma("application_id") != APPLICATION || pragma("user_version") != VERSION) {
            throw new SQLException("version " + pragma("user_version") + " of application " + pragma("application_id")
                    + ", not version " + VERSION + " of ours");
        }
    }

    private static void setAside(Path file, String reason) {
        int free = 1;
        while (Files.exists(aside(file, free))) {
            free++;
        }
        LOG.error("journal file set aside file={} as={} reason=\"{}\"", file, aside(file, free), reason);
        try {
            for (String suffix : new String[]{"", "-wal", "-shm"}) {
                Path part = Path.of(file + suffix);
                if (Files.exists(part)) {
                    Files.move(part, Path.of(aside(file, free) + suffix));
                }
            }
        } catch (IOException e) {
            throw new CardFailedException(file, "cannot set aside", e);
        }
    }

    private static Path aside(Path file, int number) {
        return Path.of(file + ".unsound-" + number);
    }

    Path file() {
        return file;
    }

    /** What may be done with an open transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Everything or nothing, and on the disk when this returns. */
    <T> T inTransaction(String what, Work<T> work) {
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw failed(what, rolledBack(e));
        } catch (RuntimeException e) {
            rolledBack(e);
            throw e;
        }
    }

    private <E extends Exception> E rolledBack(E reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    private RuntimeException failed(String what, SQLException e) {
        return (e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_FULL.code
                ? new CardFullException(what + " " + file + ": the card is full", e)
                : new CardFailedException(file, what, e);
    }

    /** Bytes inside the file that may be written again without making it longer. */
    long freeBytesInside() {
        try {
            return pragma("freelist_count") * pragma("page_size");
        } catch (SQLException e) {
            throw new CardFailedException(file, "cannot ask for the room in", e);
        }
    }

    /** How SQLite waits for the disk: 2 is FULL. */
    long synchronous() {
        try {
            return pragma("synchronous");
        } catch (SQLException e) {
            throw new CardFailedException(file, "cannot ask", e);
        }
    }

    Optional<Long> freeBytesOnDisk() {
        try {
            return Optional.of(Files.getFileStore(file).getUsableSpace());
        } catch (IOException _) { // then the configured capacity alone is the limit
            return Optional.empty();
        }
    }

    private long pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("journal file not closed file={} reason=\"{}\"", file, e.getMessage());
        }
    }
}
