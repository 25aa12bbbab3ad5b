package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.gardefroid.alerting.AlarmChange;
import org.gardefroid.alerting.AlarmId;
import org.gardefroid.alerting.FactChanges;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Reconciliation;
import org.gardefroid.alerting.Severity;
import org.gardefroid.ingest.notify.Notifications;

/**
 * Writes what judging one equipment has found, and makes its alarms agree with that, all in the caller's transaction. It reads
 * the alarms as they are now, a person's answer included, and done twice it does nothing the second time.
 */
final class AlarmBook {

    private final Connection connection;
    private final Watched watched;
    private final Duration late;
    private final Notifications notifications;

    AlarmBook(Connection connection, Watched watched, Duration late, Notifications notifications) {
        this.connection = connection;
        this.watched = watched;
        this.late = late;
        this.notifications = notifications;
    }

    /** What came of it, to be counted. */
    record Entered(int raised, int cleared, int withdrawn, int told) {

        static final Entered NOTHING = new Entered(0, 0, 0, 0);

        Entered plus(Entered more) {
            return new Entered(raised + more.raised, cleared + more.cleared, withdrawn + more.withdrawn,
                    told + more.told);
        }
    }

    /**
     * @param changes of facts
     * @param doses whose clocks have changed
     * @param judgedBefore up to when the facts were known that the alarms came from
     */
    Entered enter(FactChanges changes, Collection<DoseRow> doses, Instant judgedBefore, Instant now)
            throws SQLException {
        if (changes.isEmpty() && doses.isEmpty()) {
            return Entered.NOTHING;
        }
        lock();
        FactRows facts = new FactRows(connection, watched);
        facts.write(changes.changed());
        facts.withdraw(changes.gone(), now);
        DoseRows doseRows = new DoseRows(connection, watched);
        doseRows.write(doses);
        boolean concernsAlarms = !doses.isEmpty() || !changes.gone().isEmpty()
                || changes.changed().stream().anyMatch(fact -> fact.severity() != Severity.NOTE);
        if (!concernsAlarms) {
            return Entered.NOTHING;
        }
        AlarmRows alarms = new AlarmRows(connection, watched);
        Instant from = Stream.concat(changes.changed().stream(), changes.gone().stream())
                .map(fact -> fact.id().since()).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        for (DoseRow dose : doses) {
            from = earlier(from, dose.startedAt());
        }
        from = earlier(from, alarms.openSince().orElse(Instant.MAX));
        Map<FactId, FactRows.Stored> stored = new LinkedHashMap<>(facts.reaching(from));
        stored.putAll(doseRows.reaching(from));
        List<AlarmChange> alarmChanges = new Reconciliation(() -> new AlarmId(UUID.randomUUID()), late)
                .reconcile(alarms.reaching(from), FactRows.facts(stored.values()), judgedBefore, now);
        return new AlarmEntry(connection, watched, notifications, stored, now).write(alarmChanges);
    }

    /** One at a time for an equipment, whoever else judges it: a second judge finds what the first one wrote. */
    private void lock() throws SQLException {
        try (PreparedStatement lock = connection
                .prepareStatement("SELECT 1 FROM equipment WHERE id = ? FOR NO KEY UPDATE")) {
            lock.setInt(1, watched.id());
            lock.executeQuery().close();
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
