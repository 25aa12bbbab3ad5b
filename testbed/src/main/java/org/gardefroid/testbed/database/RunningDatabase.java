package org.gardefroid.testbed.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.ProcessFailure;

/** A database server running as processes of its own. */
public final class RunningDatabase implements DatabaseServer, AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final DataFolder data;
    private final int port;
    private final List<String> settings;
    private ChildProcess process;

    private RunningDatabase(DataFolder data, int port, List<String> settings) {
        this.data = data;
        this.port = port;
        this.settings = List.copyOf(settings);
        this.process = launch();
    }

    static RunningDatabase start(DataFolder data, int port, List<String> settings) {
        return new RunningDatabase(data, port, settings);
    }

    public int port() {
        return port;
    }

    @Override
    public String superuser() {
        return DataFolder.SUPERUSER;
    }

    @Override
    public String password() {
        try {
            return data.password();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + data.passwordFile(), e);
        }
    }

    /** Where the password stands, mode 600. */
    public Path passwordFile() {
        return data.passwordFile();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public boolean hasTimescale() {
        return data.distribution().hasTimescale();
    }

    /** What it is, such as {@code timescaledb apache 2.19.3} or {@code postgresql 18.6}. */
    public String describe() {
        try (var connection = connect("postgres")) {
            return hasTimescale()
                    ? describeTimescale(connection)
                    : "postgresql " + ask(connection, "SHOW server_version").split(" ")[0];
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the database what it is: " + e.getMessage(), e);
        }
    }

    /** It knows its license only where it is created: here, for the length of the question. */
    private static String describeTimescale(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        ask(connection, "CREATE EXTENSION IF NOT EXISTS timescaledb; SELECT 'created'");
        String description = ask(connection, "SELECT 'timescaledb ' || current_setting('timescaledb.license') || ' '"
                + " || extversion FROM pg_extension WHERE extname = 'timescaledb'");
        connection.rollback();
        return description;
    }

    public ChildProcess process() {
        return process;
    }

    /** SIGKILL to the server; its workers see it and end by themselves. */
    public void kill9() {
        process.kill9();
    }

    /** Stops in order: sessions are ended, everything is written. */
    public void stop() {
        process.stop();
    }

    /** Starts it again on the same data and port, after {@link #kill9} or {@link #stop}. */
    public void restart() {
        process.stop();
        process = launch();
    }

    /** Stops it and removes its data for ever. */
    public void remove() {
        stop();
        try {
            Scrap.remove(data.data());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the data of " + data.folder(), e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** After a kill the old server's workers hold its shared memory until they notice; a new one must wait for them. */
    private ChildProcess launch() {
        Instant giveUp = Instant.now().plus(READY_WITHIN);
        while (true) {
            try {
                return launchOnce();
            } catch (ProcessFailure e) {
                boolean workersRemain = String.valueOf(e.getMessage()).contains("is still in use");
                if (!workersRemain || Instant.now().isAfter(giveUp)) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private ChildProcess launchOnce() {
        return start().ready(
                line -> line.contains("database system is ready to accept connections"), "readiness", READY_WITHIN);
    }

    private ChildProcess start() {
        try {
            return ServerProcess.start(data, port, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a database in " + data.folder(), e);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (var row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
