package org.gardefroid.ingest.receive;

import java.sql.SQLException;
import org.gardefroid.ingest.guard.RefusedException;
import org.gardefroid.ingest.guard.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** What an exception of the database means for the guard. */
final class SqlFault {

    private SqlFault() {}

    /**
     * Data exceptions (class 22) and violated constraints (23) would come again with the same values. All else is the
     * weather, a fault in the setup even: it is tried again until somebody has mended it, and nothing is given up.
     */
    static RuntimeException of(SQLException e) {
        String state = state(e);
        String message = state + ": " + e.getMessage();
        return state.startsWith("22") || state.startsWith("23")
                ? new RefusedException(message, e)
                : new StoreUnavailableException(message, e);
    }

    private static String state(@Nullable SQLException e) {
        String state = e == null ? null : e.getSQLState();
        return state == null ? "" : state;
    }
}
