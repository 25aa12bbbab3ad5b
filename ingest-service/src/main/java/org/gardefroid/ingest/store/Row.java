package org.gardefroid.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One row of an answer, where what may be absent is asked for by another name. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) throws SQLException {
        return required(column, result.getString(column));
    }

    public Optional<String> textIfAny(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public int number(String column) throws SQLException {
        return required(column, result.getObject(column, Integer.class));
    }

    public long big(String column) throws SQLException {
        return required(column, result.getObject(column, Long.class));
    }

    public OptionalInt numberIfAny(String column) throws SQLException {
        Integer number = result.getObject(column, Integer.class);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public boolean flag(String column) throws SQLException {
        return required(column, result.getObject(column, Boolean.class));
    }

    public Instant instant(String column) throws SQLException {
        return required(column, result.getObject(column, OffsetDateTime.class)).toInstant();
    }

    public Optional<Instant> instantIfAny(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static <T> T required(String column, @Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is empty, and must not be");
        }
        return value;
    }
}
