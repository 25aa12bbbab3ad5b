package org.gardefroid.ingest.console.store;

import java.sql.SQLException;
import java.time.Duration;
import org.gardefroid.ingest.console.view.ExcursionLine;
import org.gardefroid.ingest.store.Row;

/** Facts as the rules wrote them. */
final class ExcursionRows {

    private ExcursionRows() {}

    static ExcursionLine line(Row row) throws SQLException {
        return new ExcursionLine(row.text("rule"), row.text("subject"), row.instant("since"),
                row.instantIfAny("ended_at"), row.numberIfAny("worst_milli_celsius"),
                Duration.ofSeconds(row.number("unobserved_seconds")), row.text("certainty").equals("possible"));
    }
}
