package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.cascade.Cascade;
import org.gardefroid.alerting.cascade.CascadeStep.Reach;
import org.gardefroid.alerting.cascade.Next;
import org.gardefroid.alerting.cascade.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One alarm's cascade, in the caller's transaction: what is due is decided and its messages are written together, or neither
 * is. Killed in between, the next look finds it due again.
 */
final class CascadeRun {

    private static final Logger LOG = LoggerFactory.getLogger(CascadeRun.class);

    private static final Duration LOOK_AGAIN_EVERY = Duration.ofMinutes(1);

    private static final String BEGIN = """
            WITH before AS (UPDATE cascade_run SET next_at = NULL WHERE alarm = ? AND next_at IS NOT NULL)
            INSERT INTO cascade_run (alarm, round, begun_at, document, next_at)
            SELECT ?, coalesce(max(round), 0) + 1, ?, ?::jsonb, ? FROM cascade_run WHERE alarm = ?""";
    private static final String TOLD = """
            SELECT at, step, reached FROM cascade_telling WHERE alarm = ? AND round = ? ORDER BY telling""";
    private static final String TELLING = """
            INSERT INTO cascade_telling (alarm, round, telling, step, at, reached) VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String NEXT = "UPDATE cascade_run SET next_at = ? WHERE alarm = ? AND round = ?";
    /** Said once a round in the alarm's history. */
    private static final String HOLD_BACK = """
            WITH run AS (SELECT alarm, round, held_at FROM cascade_run WHERE alarm = ? AND round = ?),
            held AS (UPDATE cascade_run r SET held_at = coalesce(r.held_at, ?), next_at = ?
                FROM run WHERE r.alarm = run.alarm AND r.round = run.round)
            INSERT INTO alarm_history (alarm, at, what) SELECT alarm, ?, 'held-back' FROM run WHERE held_at IS NULL""";
    /** Of a rota that is asked in vain: one alarm at a time. */
    private static final String UNMANNED = """
            WITH raised AS (
                INSERT INTO alarm (site, subject, rule, category, severity, since, raised_at)
                SELECT ?, ?, 'nobody-on-call', 'technical', 'critical', ?, ?
                WHERE NOT EXISTS (SELECT FROM alarm WHERE site = ? AND subject = ? AND rule = 'nobody-on-call'
                    AND cleared_at IS NULL AND withdrawn_at IS NULL AND closed_at IS NULL)
                RETURNING id, raised_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, raised_at, 'raised' FROM raised""";

    private final Connection connection;
    private final Channels channels;
    private final CascadeReader reader;

    CascadeRun(Connection connection, Channels channels) {
        this.connection = connection;
        this.channels = channels;
        this.reader = new CascadeReader(connection);
    }

    /** Begins a round from the first step, and does what of it is due at once. @return how many are told */
    int begin(long alarm, Notice notice, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setLong(1, alarm);
            insert.setLong(2, alarm);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setString(4, NoticeDocument.encode(notice, 1));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setLong(6, alarm);
            insert.executeUpdate();
        }
        Stories.join(connection, alarm, notice.cause(), now);
        return advance(alarm, now);
    }

    /** It goes on after all: what rested because it was over is looked at again. */
    void wake(long alarm, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE cascade_run SET next_at = ? WHERE alarm = ?"
                + " AND round = (SELECT max(round) FROM cascade_run WHERE alarm = ?)")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setLong(2, alarm);
            update.setLong(3, alarm);
            update.executeUpdate();
        }
    }

    /** Does what is due. @return how many are told */
    int advance(long alarm, Instant now) throws SQLException {
        Optional<Running> running = Running.read(connection, alarm);
        if (running.isEmpty()) {
            return 0;
        }
        Running run = running.get();
        if (run.isPart() && !run.standing().isAnswered()) {
            next(run, Optional.of(now.plus(LOOK_AGAIN_EVERY)));
            return 0;
        }
        if (run.heldBack() && !run.standing().isAnswered()) {
            holdBack(run, now);
            return 0;
        }
        Cascade cascade = reader.cascade(run.site(), run.equipment(), run.isTechnical());
        List<Told> told = told(run);
        if (run.wasHeldBack() && told.isEmpty() && run.clearedAt().isPresent()) {
            next(run, Optional.empty()); // it came and went while there was nothing in it to lose
            return 0;
        }
        int written = 0;
        while (true) {
            switch (cascade.next(run.standing(), told, now)) {
                case Next.Tell tell -> {
                    int reached = tell(run, cascade, tell, now);
                    written += reached;
                    told.add(new Told(now, tell.step(), reached > 0));
                }
                case Next.Wait(Instant until) -> {
                    next(run, Optional.of(until));
                    return written;
                }
                case Next.Rest rest -> {
                    next(run, Optional.empty());
                    return written;
                }
            }
        }
    }

    /** Nobody is called for an equipment that is not in service; once it is again, whatever goes on is told at once. */
    private void holdBack(Running run, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(HOLD_BACK)) {
            update.setLong(1, run.alarm());
            update.setInt(2, run.round());
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setObject(4, now.plus(LOOK_AGAIN_EVERY).atOffset(ZoneOffset.UTC));
            update.setObject(5, now.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private int tell(Running run, Cascade cascade, Next.Tell tell, Instant now) throws SQLException {
        Reach reach = cascade.steps().get(tell.step() - 1)
                .reach(reader.rotas(now, now.plusSeconds(1)), run.isOpen(now), now);
        Recipients people = new Recipients(connection, channels);
        List<Recipient> recipients = people.of(reach.summons());
        if (recipients.isEmpty() && tell.lastResort()) {
            recipients = people.everybody(run.site(), run.isTechnical());
        }
        for (String rota : reach.unmanned()) {
            unmanned(run.site(), rota, now);
        }
        if (recipients.isEmpty()) {
            LOG.error("step of the cascade reaches nobody alarm={} step={} unmanned={}", run.alarm(), tell.step(),
                    reach.unmanned());
        }
        Notice notice = tell.telling() == 1 ? run.notice() : NoticeNow.of(connection, run, NoticeKind.ESCALATED);
        NotificationRows.write(connection, run.alarm(), recipients, notice, tell.step(), now);
        try (PreparedStatement insert = connection.prepareStatement(TELLING)) {
            insert.setLong(1, run.alarm());
            insert.setInt(2, run.round());
            insert.setInt(3, tell.telling());
            insert.setInt(4, tell.step());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setInt(6, recipients.size());
            insert.executeUpdate();
        }
        LOG.info("step told alarm={} round={} telling={} step={} reached={}", run.alarm(), run.round(), tell.telling(),
                tell.step(), recipients.size());
        return recipients.size();
    }

    private List<Told> told(Running run) throws SQLException {
        List<Told> told = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TOLD)) {
            select.setLong(1, run.alarm());
            select.setInt(2, run.round());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    told.add(new Told(row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("step"),
                            row.getInt("reached") > 0));
                }
            }
        }
        return told;
    }

    private void next(Running run, Optional<Instant> at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(NEXT)) {
            if (at.isPresent()) {
                update.setObject(1, at.get().atOffset(ZoneOffset.UTC));
            } else {
                update.setNull(1, Types.TIMESTAMP_WITH_TIMEZONE);
            }
            update.setLong(2, run.alarm());
            update.setInt(3, run.round());
            update.executeUpdate();
        }
    }

    private void unmanned(int site, String rota, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(UNMANNED)) {
            insert.setInt(1, site);
            insert.setString(2, rota);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setInt(5, site);
            insert.setString(6, rota);
            insert.executeUpdate();
        }
    }
}
