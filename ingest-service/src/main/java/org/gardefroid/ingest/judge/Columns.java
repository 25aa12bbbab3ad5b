package org.gardefroid.ingest.judge;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants and absent things in JDBC. */
final class Columns {

    /** Beyond every date there is, and within what the database can hold. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private Columns() {}

    static OffsetDateTime time(Instant at) {
        return (at.isAfter(FAR) ? FAR : at).atOffset(ZoneOffset.UTC);
    }

    static void time(PreparedStatement statement, int index, Optional<Instant> at) throws SQLException {
        if (at.isPresent()) {
            statement.setObject(index, time(at.get()));
        } else {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> timeIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<Integer> intIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }
}
