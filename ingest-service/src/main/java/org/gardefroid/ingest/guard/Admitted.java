package org.gardefroid.ingest.guard;

import java.util.List;
import java.util.Map;

/**
 * What one transaction is to do.
 *
 * @param admissions one for each arrival, in their order
 * @param widened the rows that change, with what they are to become
 * @param datings what can be dated now; a batch that is New in this same group may be among them
 */
public record Admitted(List<Admission> admissions, Map<JournalKey, GuardRow> widened, List<Dating> datings) {

    public Admitted {
        admissions = List.copyOf(admissions);
        datings = List.copyOf(datings);
    }
}
