package org.gardefroid.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of one connection, said shortly. */
public final class Sql {

    /** What becomes of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** What is done with each row of an answer too long to be held. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Row row) throws SQLException;
    }

    private static final int ROWS_AT_A_TIME = 5_000;

    private final Connection connection;

    public Sql(Connection connection) {
        this.connection = connection;
    }

    public <T> List<T> list(String statement, Reader<T> reader, @Nullable Object... parameters) {
        List<T> rows = new ArrayList<>();
        each(statement, row -> rows.add(reader.read(row)), parameters);
        return List.copyOf(rows);
    }

    public <T> Optional<T> first(String statement, Reader<T> reader, @Nullable Object... parameters) {
        return list(statement, reader, parameters).stream().findFirst();
    }

    public void each(String statement, Visitor visitor, @Nullable Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            prepared.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet result = prepared.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    visitor.visit(row);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(statement, e);
        }
    }

    /** How many rows were changed. */
    public int change(String statement, @Nullable Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(statement, e);
        }
    }

    /** What is put together elsewhere. */
    public <T> T with(Transactions.Work<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure("a reader of its own", e);
        }
    }

    private PreparedStatement prepare(String statement, @Nullable Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            prepared.setObject(i + 1,
                    parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
        }
        return prepared;
    }
}
