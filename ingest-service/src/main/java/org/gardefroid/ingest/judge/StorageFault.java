package org.gardefroid.ingest.judge;

import java.sql.SQLException;

/** A fault of the database on its way through code that knows none. */
final class StorageFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException sql;

    StorageFault(SQLException cause) {
        super(cause);
        this.sql = cause;
    }

    SQLException sql() {
        return sql;
    }
}
