package org.gardefroid.ingest.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one transaction is to do.
 *
 * @param admissions one for each arrival, in their order
 * @param rows every row that was locked, as it is to be after this
 * @param widened the keys of those that change
 * @param datings what can be dated now; a batch that is New in this same group may be among them
 */
public record Admitted(
        List<Admission> admissions, Map<JournalKey, GuardRow> rows, Set<JournalKey> widened,
        List<Dating> datings) {

    public Admitted {
        admissions = List.copyOf(admissions);
        datings = List.copyOf(datings);
    }
}
