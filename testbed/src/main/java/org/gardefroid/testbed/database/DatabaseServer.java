package org.gardefroid.testbed.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A server that databases can be made on, whoever started it: processes of this machine or a container. */
public interface DatabaseServer {

    /** The address of one of its databases; {@code postgres} is always there. */
    String jdbcUrl(String database);

    /** Who may do everything; the service's migrations run as this role. */
    String superuser();

    String password();

    /** A connection as superuser. */
    default Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), superuser(), password());
    }

    /** A new empty database; returns its address. Where there is an extension it may have to be created. */
    default String create(String database) {
        administer("CREATE DATABASE " + quoted(database));
        return jdbcUrl(database);
    }

    /** Removes it for ever, whoever is still connected. */
    default void drop(String database) {
        administer("DROP DATABASE " + quoted(database) + " WITH (FORCE)");
    }

    private void administer(String sql) {
        try (var connection = connect("postgres"); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private static String quoted(String database) {
        return '"' + database.replace("\"", "\"\"") + '"';
    }
}
