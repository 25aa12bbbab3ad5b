package org.gardefroid.ingest.store;

import java.sql.SQLException;

/** The database did not do what was asked; the message holds the statement. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseFailure(String statement, SQLException cause) {
        super(cause.getMessage() + " in: " + statement.strip(), cause);
    }
}
