package org.gardefroid.ingest.console.account;

import java.time.Instant;
import org.gardefroid.ingest.store.Sql;

/** Adds to the audit log, in the transaction of what it tells of. */
public final class Audit {

    private Audit() {}

    public static void add(Sql sql, Instant at, String actor, String action, String subject) {
        sql.list("SELECT true AS done FROM (SELECT audit_append(?, ?, ?, ?, '{}'::jsonb)) added", row -> true, at,
                actor,
                action, subject);
    }
}
