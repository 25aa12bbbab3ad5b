package org.gardefroid.ingest.lots;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/**
 * Whether an equipment is in service. One that holds lots stays so: an alarm that was turned off for a defrosting is missed the
 * night after it.
 */
@Singleton
public final class Arming {

    public static final String IN_SERVICE = "in-service";

    /** As the database knows them. */
    public static final List<String> STATES = List.of(IN_SERVICE, "being-prepared", "defrosting", "empty");

    private final LotReader lots;

    Arming(LotReader lots) {
        this.lots = lots;
    }

    public void set(Sql sql, Person by, String equipment, String state, Instant now) {
        if (!STATES.contains(state)) {
            throw new LotRefused("arming.refused.state", state);
        }
        sql.list("SELECT id FROM equipment WHERE name = ? FOR UPDATE", row -> row.number("id"), equipment);
        List<Lot> held = lots.in(sql, equipment);
        if (!state.equals(IN_SERVICE) && !held.isEmpty()) {
            throw new LotRefused("arming.refused.holds",
                    held.stream().map(Lot::number).distinct().collect(Collectors.joining(", ")));
        }
        sql.change("UPDATE equipment SET state = ? WHERE name = ?", state, equipment);
        Audit.add(sql, now, by.name(), "equipment-" + state, "equipment " + equipment);
    }
}
