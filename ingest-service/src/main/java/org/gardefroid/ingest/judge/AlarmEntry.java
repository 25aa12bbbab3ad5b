package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.Alarm;
import org.gardefroid.alerting.AlarmChange;
import org.gardefroid.alerting.AlarmId;
import org.gardefroid.alerting.DoseTimeOver;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Telling;
import org.gardefroid.ingest.notify.Notice;
import org.gardefroid.ingest.notify.NoticeKind;
import org.gardefroid.ingest.notify.Notifications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run through what has to be done to the alarms of an equipment: rows, history, and who is told. */
final class AlarmEntry {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmEntry.class);

    private final Connection connection;
    private final Watched watched;
    private final Notifications notifications;
    private final AlarmRows alarms;
    private final Map<FactId, FactRows.Stored> facts;
    private final Instant now;
    private final Map<AlarmId, Long> rows = new HashMap<>();
    private final AlarmTelling telling;
    private int raised;
    private int cleared;
    private int withdrawn;
    private int told;

    AlarmEntry(Connection connection, Watched watched, Notifications notifications,
            Map<FactId, FactRows.Stored> facts, Instant now) {
        this.connection = connection;
        this.watched = watched;
        this.notifications = notifications;
        this.telling = new AlarmTelling(connection, watched);
        this.alarms = new AlarmRows(connection, watched);
        this.facts = facts;
        this.now = now;
    }

    AlarmBook.Entered write(List<AlarmChange> changes) throws SQLException {
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
        return new AlarmBook.Entered(raised, cleared, withdrawn, told);
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
            insert.setObject(2, Columns.time(now));
            insert.setString(3, what);
            insert.setString(4, document);
            insert.executeUpdate();
        }
    }
}
