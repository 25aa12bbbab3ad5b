package org.gardefroid.ingest.judge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.alerting.Checkpoints;
import org.gardefroid.alerting.FactChanges;
import org.gardefroid.ingest.notify.MailWaiting;
import org.gardefroid.ingest.notify.Notifications;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.NumberSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was found: facts, alarms, who is told, kept states and how far judging has come, in one transaction.
 * News are written at once, all else at most once a second.
 */
@Singleton
final class JudgingWriter {

    private static final Logger LOG = LoggerFactory.getLogger(JudgingWriter.class);

    private static final Duration QUIET = Duration.ofSeconds(1);

    /** Of many journals, a row each: once a second would be felt. */
    private static final Duration QUIET_OF_MANY = Duration.ofSeconds(5);
    private static final int MANY = 200;

    /** At a start all are due at once, and nobody waits for it. */
    private static final int KEPT_AT_ONCE = 20;

    private final Transactions transactions;
    private final Notifications notifications;
    private final MailWaiting mail;
    private final JudgingSettings settings;
    private final JudgingMeters meters;
    private final Map<Progress.Key, NumberSet> judged = new HashMap<>();
    private final List<Lane> troubled = new ArrayList<>();
    private Instant writtenAt = Instant.EPOCH;

    JudgingWriter(Transactions transactions, Notifications notifications, MailWaiting mail, JudgingSettings settings,
            JudgingMeters meters) {
        this.transactions = transactions;
        this.notifications = notifications;
        this.mail = mail;
        this.settings = settings;
        this.meters = meters;
    }

    void judged(Progress.Key journal, long number) {
        NumberSet before = judged.get(journal);
        judged.put(journal, before == null ? NumberSet.of(number) : before.with(number));
    }

    void judged(Map<Progress.Key, NumberSet> numbers) {
        numbers.forEach((journal, more) -> judged.merge(journal, more, NumberSet::union));
    }

    void write(Lanes lanes, Instant now) throws SQLException {
        boolean isDue = Duration.between(writtenAt, now).abs()
                .compareTo(judged.size() > MANY ? QUIET_OF_MANY : QUIET) >= 0;
        List<Lane> found = new ArrayList<>();
        boolean hasNews = !troubled.isEmpty();
        for (Lane lane : lanes.all()) {
            if (lane.hasFound()) {
                found.add(lane);
                hasNews |= lane.hasNews() || lane.secondLook().isDue(now);
            }
        }
        if (hasNews || isDue) {
            write(lanes, found, now);
        }
    }

    void flush(Lanes lanes, Instant now) throws SQLException {
        write(lanes, lanes.all().stream().filter(Lane::hasFound).toList(), now);
    }

    private void write(Lanes lanes, List<Lane> found, Instant now) throws SQLException {
        writtenAt = now;
        List<Lane> kept = lanes.all().stream().filter(this::isToBeKept).limit(KEPT_AT_ONCE).toList();
        if (found.isEmpty() && kept.isEmpty() && judged.isEmpty() && troubled.isEmpty()) {
            return;
        }
        List<Lane> several = new ArrayList<>(found);
        try {
            done(transactions.in(connection -> write(connection, several, kept, judged, now)), several, kept);
            judged.clear();
        } catch (SQLException | RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            LOG.warn("judged equipments are written one by one, for together they could not be", e);
            for (Lane lane : several) {
                writeAlone(lane, now);
            }
        }
    }

    private void writeAlone(Lane lane, Instant now) throws SQLException {
        try {
            done(transactions.in(connection -> write(connection, List.of(lane), List.of(), Map.of(), now)),
                    List.of(lane), List.of());
        } catch (SQLException | RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            failed(lane, e, now);
        }
    }

    private boolean isToBeKept(Lane lane) {
        return lane.isLoaded() && !lane.secondLook().isWanted()
                && Duration.between(lane.keptAt(), lane.timeline().judgedUpTo())
                        .compareTo(settings.checkpointEvery()) >= 0;
    }

    private AlarmBook.Entered write(Connection connection, List<Lane> found, List<Lane> kept,
            Map<Progress.Key, NumberSet> numbers, Instant now) throws SQLException {
        AlarmBook.Entered sum = AlarmBook.Entered.NOTHING;
        for (Lane lane : found) {
            sum = sum.plus(new AlarmBook(connection, lane.watched(), settings.late(), notifications)
                    .enter(new FactChanges(lane.found(), List.of()), List.of(), lane.writtenUpTo(), now));
        }
        for (Lane lane : kept) {
            StoredCheckpoints checkpoints = new StoredCheckpoints(connection, lane.watched().id());
            checkpoints.keep(lane.timeline().state());
            if (Checkpoints.isDue(lane.keptAt(), lane.timeline().judgedUpTo())) {
                checkpoints.thin(lane.timeline().judgedUpTo());
            }
        }
        for (Lane lane : troubled) {
            new TechnicalAlarms(connection).raise(lane.watched(), TechnicalAlarms.JUDGING_FAILED, now);
        }
        new Progress(connection).add(numbers);
        return sum;
    }

    private void done(AlarmBook.Entered entered, List<Lane> found, List<Lane> kept) {
        found.forEach(Lane::written);
        kept.forEach(Lane::kept);
        troubled.clear();
        count(entered);
    }

    private void count(AlarmBook.Entered entered) {
        if (entered.told() > 0) {
            mail.wake();
        }
    }

    /** @return whether it is judged */
    boolean judgeAgain(Lane lane, WatchList watchList, Instant now) throws SQLException {
        boolean wasFailing = lane.secondLook().isFailing();
        try {
            Rejudging rejudging = new Rejudging(watchList, settings, notifications);
            Rejudging.Again again = transactions.in(connection -> {
                Rejudging.Again done = rejudging.again(connection, lane, now);
                if (wasFailing) {
                    new TechnicalAlarms(connection).clear(lane.watched(), TechnicalAlarms.JUDGING_FAILED, now);
                }
                return done;
            });
            lane.judgedAgain(again).forEach(tally -> {
                if (tally.pay()) {
                    judged(tally.journal(), tally.number());
                }
            });
            meters.again();
            count(again.entered());
            return true;
        } catch (SQLException | RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            failed(lane, e, now);
            return false;
        }
    }

    /** One equipment's trouble is not the others'. */
    void failed(Lane lane, Exception why, Instant now) {
        LOG.error("judging failed equipment={}", lane.watched().name(), why);
        meters.failed();
        lane.failed(now);
        troubled.add(lane);
    }

    /** Whether it is the database's trouble, which ends by itself, and not that of one equipment's records. */
    private static boolean isPassing(Exception e) {
        Throwable cause = e instanceof StorageFault fault ? fault.sql() : e;
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("53")
                || state.startsWith("40") || state.startsWith("55");
    }
}
