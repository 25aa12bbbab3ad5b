package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

    /** SQLite opens nothing without room for some pages of its index of the log. */
    private static final long LEAST_ROOM_BYTES = 1 << 20;

    private static final String FULL_AT_START = "carte pleine, libérez de la place : ne s'ouvre pas · card full, make room:"
            + " cannot open";

    private final Path file;
    private final Connection connection;
    private final Optional<String> damagedLog;
    private boolean isBegun = true;

    private JournalFile(Path file, Connection connection, Optional<String> damagedLog) {
        this.file = file;
        this.connection = connection;
        this.damagedLog = damagedLog;
    }

    /** Opens the file, and makes it where there is none. A file that is not sound is set aside, and told of. */
    static JournalFile open(Path file) {
        Optional<String> damagedLog = LogTail.keepDamaged(file);
        try {
            return openSound(file, damagedLog);
        } catch (SQLException e) {
            if (isForWantOfRoom(e, freeBytesFor(file))) { // sound, as far as anybody knows: it must not be forgotten for that
                throw new CardFailedException(file, FULL_AT_START, e);
            }
            SetAside.move(file, String.valueOf(e.getMessage()));
        }
        try {
            return openSound(file, Optional.empty());
        } catch (SQLException e) {
            throw new CardFailedException(file, "cannot open", e);
        }
    }

    /** What a full disk makes of a sound file looks like damage; a sector that cannot be read does not have it. */
    static boolean isForWantOfRoom(SQLException e, long freeBytes) {
        int code = e.getErrorCode() & 0xFF;
        return freeBytes < LEAST_ROOM_BYTES && code != SQLiteErrorCode.SQLITE_CORRUPT.code
                && code != SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** Where nobody can tell, there is room. */
    private static long freeBytesFor(Path file) {
        try {
            return Files.getFileStore(file.toAbsolutePath().resolveSibling(".")).getUsableSpace();
        } catch (IOException _) {
            return Long.MAX_VALUE;
        }
    }

    private static JournalFile openSound(Path file, Optional<String> damagedLog) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // Once a batch is sealed it is told to the service; a power cut must not take it back.
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            Mending.mendIfNeeded(file, connection);
            JournalSchema.check(connection);
            connection.setAutoCommit(false);
            return new JournalFile(file, connection, damagedLog);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The copy of a log of which SQLite could not take the end. */
    Optional<String> damagedLog() {
        return damagedLog;
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
            beginIfNeeded();
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
            isBegun = false;
            reason.addSuppressed(e);
        }
        return reason;
    }

    /**
     * A full disk makes SQLite roll back by itself; the driver's own rollback then fails and begins nothing. Without this the
     * next work would be written piece by piece, and its commit fail.
     */
    private void beginIfNeeded() throws SQLException {
        if (!isBegun) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("begin immediate");
            }
            isBegun = true;
        }
    }

    private RuntimeException failed(String what, SQLException e) {
        int code = e.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            Mending.isNeeded(file);
        }
        return code == SQLiteErrorCode.SQLITE_FULL.code
                ? new CardFullException(what + " " + file + ": the card is full", e)
                : new CardFailedException(file, what, e);
    }

    /** Bytes inside the file that may be written again without making it longer. */
    long freeBytesInside() {
        try {
            return JournalSchema.pragma(connection, "freelist_count") * JournalSchema.pragma(connection, "page_size");
        } catch (SQLException e) {
            throw new CardFailedException(file, "cannot ask for the room in", e);
        }
    }

    /** How SQLite waits for the disk: 2 is FULL. */
    long synchronous() {
        try {
            return JournalSchema.pragma(connection, "synchronous");
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

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("journal file not closed file={} reason=\"{}\"", file, e.getMessage());
        }
    }
}
