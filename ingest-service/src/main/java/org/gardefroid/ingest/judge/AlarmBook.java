package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gardefroid.alerting.Alarm;
import org.gardefroid.alerting.AlarmChange;
import org.gardefroid.alerting.AlarmId;
import org.gardefroid.alerting.DoseTimeOver;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactChanges;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Reconciliation;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Telling;
import org.gardefroid.ingest.notify.Notice;
import org.gardefroid.ingest.notify.NoticeKind;
import org.gardefroid.ingest.notify.Notifications;
import org.gardefroid.vaccines.DoseState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what judging one equipment has found, and makes its alarms agree with that, all in the caller's transaction. It reads
 * the alarms as they are now, a person's answer included, and done twice it does nothing the second time.
 */
final class AlarmBook {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmBook.class);

    private final Connection connection;
    private final Watched watched;
    private final Profiles profiles;
    private final Duration late;
    private final Notifications notifications;

    AlarmBook(Connection connection, Watched watched, Profiles profiles, Duration late, Notifications notifications) {
        this.connection = connection;
        this.watched = watched;
        this.profiles = profiles;
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
    Entered enter(FactChanges changes, Collection<DoseState> doses, Instant judgedBefore, Instant now)
            throws SQLException {
        if (changes.isEmpty() && doses.isEmpty()) {
            return Entered.NOTHING;
        }
        lock();
        FactRows facts = new FactRows(connection, watched);
        facts.write(changes.changed());
        facts.withdraw(changes.gone(), now);
        DoseRows doseRows = new DoseRows(connection, watched, profiles);
        doseRows.write(doses);
        boolean concernsAlarms = !doses.isEmpty() || !changes.gone().isEmpty()
                || changes.changed().stream().anyMatch(fact -> fact.severity() != Severity.NOTE);
        if (!concernsAlarms) {
            return Entered.NOTHING;
        }
        AlarmRows alarms = new AlarmRows(connection, watched);
        Instant from = Stream.concat(changes.changed().stream(), changes.gone().stream())
                .map(fact -> fact.id().since()).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        for (DoseState dose : doses) {
            from = earlier(from, dose.handlings().isEmpty() ? now : dose.handlings().getFirst().at());
        }
        from = earlier(from, alarms.openSince().orElse(Instant.MAX));
        Map<FactId, FactRows.Stored> stored = new LinkedHashMap<>(facts.reaching(from));
        stored.putAll(doseRows.reaching(from));
        List<AlarmChange> alarmChanges = new Reconciliation(() -> new AlarmId(UUID.randomUUID()), late)
                .reconcile(alarms.reaching(from), FactRows.facts(stored.values()), judgedBefore, now);
        return new Entry(alarms, stored, now).write(alarmChanges);
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

    /** One run through what has to be done. */
    private final class Entry {

        private final AlarmRows alarms;
        private final Map<FactId, FactRows.Stored> facts;
        private final Instant now;
        private final Map<AlarmId, Long> rows = new HashMap<>();
        private final AlarmTelling telling = new AlarmTelling(connection, watched);
        private int raised;
        private int cleared;
        private int withdrawn;
        private int told;

        Entry(AlarmRows alarms, Map<FactId, FactRows.Stored> facts, Instant now) {
            this.alarms = alarms;
            this.facts = facts;
            this.now = now;
        }

        Entered write(List<AlarmChange> changes) throws SQLException {
            for (AlarmChange change : changes) {
                Alarm alarm = change.alarm();
                if (!AlarmRows.isStored(alarm.id()) && !rows.containsKey(alarm.id())) {
                    rows.put(alarm.id(), alarms.insert(alarm, rule(alarm)));
                } else if (AlarmRows.isStored(alarm.id())) {
                    alarms.update(alarm, rule(alarm));
                }
                attach(alarm);
            }
            for (AlarmChange change : changes) {
                follow(change);
            }
            return new Entered(raised, cleared, withdrawn, told);
        }

        private void follow(AlarmChange change) throws SQLException {
            Alarm alarm = change.alarm();
            switch (change) {
                case AlarmChange.Raised(Alarm is, Telling who) -> {
                    history(alarm, "raised", who == Telling.LIST ? "{\"late\":true}" : "{}");
                    raise(alarm, who);
                }
                case AlarmChange.Split(Alarm is, AlarmId from, Telling who) -> {
                    history(alarm, "split", "{\"from\":" + row(from) + "}");
                    raise(alarm, who);
                }
                case AlarmChange.Worsened(Alarm is, Severity before, Telling who) -> {
                    history(alarm, "worsened", "{}");
                    if (who == Telling.WAKE) {
                        tellFirstStep(alarm, NoticeKind.WORSENED);
                    }
                }
                case AlarmChange.Lengthened(Alarm is) -> history(alarm, "lengthened", "{}");
                case AlarmChange.Cleared(Alarm is) -> {
                    history(alarm, "cleared", "{}");
                    cleared++;
                    LOG.info("alarm cleared alarm={} equipment={} cause={} since={} until={}", row(alarm.id()),
                            watched.name(), alarm.cause().code(), alarm.since(), alarm.until().orElse(now));
                    tellThoseTold(alarm, NoticeKind.CLEARED);
                }
                case AlarmChange.Resumed(Alarm is) -> {
                    history(alarm, "resumed", "{}");
                    tellThoseTold(alarm, NoticeKind.RESUMED);
                }
                case AlarmChange.Withdrawn(Alarm is) -> {
                    history(alarm, "withdrawn", "{}");
                    withdrawn++;
                    LOG.info("alarm withdrawn alarm={} equipment={} cause={} since={}", row(alarm.id()), watched.name(),
                            alarm.cause().code(), alarm.since());
                    tellThoseTold(alarm, NoticeKind.CORRECTED);
                }
                case AlarmChange.Merged(Alarm is, AlarmId into) -> history(alarm, "merged",
                        "{\"into\":" + row(into) + "}");
            }
        }

        private void raise(Alarm alarm, Telling who) throws SQLException {
            raised++;
            LOG.info("alarm raised alarm={} equipment={} cause={} severity={} since={} telling={}", row(alarm.id()),
                    watched.name(), alarm.cause().code(), alarm.severity(), alarm.since(), who);
            if (who == Telling.WAKE) {
                tellFirstStep(alarm, NoticeKind.RAISED);
            }
        }

        private void tellFirstStep(Alarm alarm, NoticeKind kind) throws SQLException {
            told += notifications.tellFirstStep(connection, row(alarm.id()), watched.site(), watched.id(),
                    notice(alarm, kind), now);
        }

        private void tellThoseTold(Alarm alarm, NoticeKind kind) throws SQLException {
            told += notifications.tellThoseTold(connection, row(alarm.id()), notice(alarm, kind), now);
        }

        private Notice notice(Alarm alarm, NoticeKind kind) throws SQLException {
            return telling.of(alarm, factsOf(alarm), kind);
        }

        private List<Fact> factsOf(Alarm alarm) {
            return alarm.facts().stream().map(facts::get).filter(stored -> stored != null)
                    .map(FactRows.Stored::fact).toList();
        }

        /** The rule that found the worst of it: alarms are of a cause, but a person knows rules. */
        private RuleName rule(Alarm alarm) {
            return factsOf(alarm).stream().max(Comparator.comparing(Fact::severity)).map(fact -> fact.id().rule())
                    .orElse(new RuleName(alarm.cause().code()));
        }

        private void attach(Alarm alarm) throws SQLException {
            for (FactId id : alarm.facts()) {
                FactRows.Stored stored = facts.get(id);
                if (stored != null) {
                    boolean isDose = stored.fact() instanceof DoseTimeOver;
                    try (PreparedStatement insert = connection.prepareStatement(isDose
                            ? "INSERT INTO alarm_fact (alarm, dose_clock) VALUES (?, ?) ON CONFLICT DO NOTHING"
                            : "INSERT INTO alarm_fact (alarm, excursion) VALUES (?, ?)"
                                    + " ON CONFLICT (excursion) DO UPDATE SET alarm = excluded.alarm")) {
                        insert.setLong(1, row(alarm.id()));
                        insert.setLong(2, stored.row());
                        insert.executeUpdate();
                    }
                }
            }
        }

        private long row(AlarmId id) {
            return AlarmRows.isStored(id) ? AlarmRows.rowOf(id) : Optional.ofNullable(rows.get(id)).orElseThrow();
        }

        private void history(Alarm alarm, String what, String document) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO alarm_history (alarm, at, what, document) VALUES (?, ?, ?, ?::jsonb)")) {
                insert.setLong(1, row(alarm.id()));
                insert.setObject(2, Sql.time(now));
                insert.setString(3, what);
                insert.setString(4, document);
                insert.executeUpdate();
            }
        }
    }
}
