package org.gardefroid.ingest.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gardefroid.telemetry.Rejection;

/**
 * Stores a group of arrivals, each once: lock, compare, widen, store, commit. What the database refuses is bisected until
 * the offender is alone, and that one goes to quarantine.
 */
public final class GroupCommit {

    private final GuardStore store;

    public GroupCommit(GuardStore store) {
        this.store = store;
    }

    /**
     * What is committed now.
     *
     * @param admissions one for each arrival, in their order
     * @param rows of every journal that an arrival belonged to or declared something of: what receipts are made from
     */
    public record Committed(List<Admission> admissions, Map<JournalKey, GuardRow> rows) {}

    /**
     * Stores the group in one transaction, or in several if the database refuses a part.
     *
     * @throws StoreUnavailableException if there is no database: the same group is to be tried again, and what was
     *     committed of it will then be a repeat
     * @throws LeaseLostException if the group is not this instance's to store any more
     * @throws RefusedException if the database refuses an arrival even in quarantine
     */
    public Committed commit(List<Arrival> group, Set<Lease> fences) {
        List<Admission> admissions = new ArrayList<>();
        Map<JournalKey, GuardRow> rows = new HashMap<>();
        commit(group, fences, admissions, rows);
        return new Committed(admissions, rows);
    }

    private void commit(
            List<Arrival> group, Set<Lease> fences, List<Admission> admissions, Map<JournalKey, GuardRow> rows) {
        try {
            Admitted admitted = commitOnce(group, fences);
            admissions.addAll(admitted.admissions());
            for (JournalKey key : Guard.keys(group)) {
                rows.put(key, admitted.rows().getOrDefault(key, GuardRow.empty(key)));
            }
        } catch (RefusedException refused) {
            if (group.size() == 1) {
                Arrival offender = group.getFirst().refused(Rejection.REFUSED_BY_DATABASE, reason(refused));
                if (group.getFirst().wasRefusedByDatabase()) {
                    throw refused;
                }
                commit(List.of(offender), fences, admissions, rows);
            } else { // halves in order, so that a chain is still checked from its beginning
                int middle = group.size() / 2;
                commit(group.subList(0, middle), fences, admissions, rows);
                commit(group.subList(middle, group.size()), fences, admissions, rows);
            }
        }
    }

    private Admitted commitOnce(List<Arrival> group, Set<Lease> fences) {
        try (GuardStore.Transaction transaction = store.begin(fences)) {
            Map<JournalKey, GuardRow> rows = transaction.lock(Guard.keys(group), Guard.undated(group));
            Admissions admissions = new Admissions(rows, transaction.logged(Guard.toCompare(group, rows)));
            group.forEach(admissions::admit);
            Admitted admitted = admissions.admitted(transaction.logged(admissions.clocksNeeded()));
            transaction.store(admitted);
            transaction.commit();
            return admitted;
        }
    }

    private static String reason(RefusedException refused) {
        return String.valueOf(refused.getMessage());
    }
}
