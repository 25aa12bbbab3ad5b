package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.CheckpointStore;
import org.gardefroid.alerting.Checkpoints;
import org.gardefroid.alerting.DoorLeftOpen;
import org.gardefroid.alerting.EquipmentState;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactChanges;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Outcome;
import org.gardefroid.alerting.Rejudged;
import org.gardefroid.alerting.Rewind;
import org.gardefroid.alerting.Timeline;
import org.gardefroid.ingest.notify.Notifications;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.NumberSet;

/** Judges an equipment from its stored records, in one transaction and by one view of the database. */
final class Rejudging {

    private static final String LAST_HEARD = """
            SELECT max(last_received_at) AS at FROM journal WHERE device = ANY(?)""";

    private final WatchList watchList;
    private final JudgingSettings settings;
    private final Notifications notifications;

    Rejudging(WatchList watchList, JudgingSettings settings, Notifications notifications) {
        this.watchList = watchList;
        this.settings = settings;
        this.notifications = notifications;
    }

    /**
     * @param stored the facts as they were stored before
     * @param notBefore who was heard has a little time to come back after we were away ourselves
     * @param covered the batches whose records were among those read
     */
    record Again(Timeline timeline, Collection<Fact> stored, Optional<Instant> lastHeard,
            Instant notBefore, Map<Progress.Key, NumberSet> covered, AlarmBook.Entered entered) {}

    Again again(Connection connection, Lane lane, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
        Watched watched = lane.watched();
        Map<Progress.Key, NumberSet> covered = new Progress(connection).stored(watched.devices());
        StoredCheckpoints checkpoints = new StoredCheckpoints(connection, watched.id(),
                now.minus(Checkpoints.HOURLY));
        Instant judgedBefore = lane.writtenUpTo().isAfter(Instant.EPOCH)
                ? lane.writtenUpTo()
                : checkpoints.latestBefore(watched.name(), Instant.MAX).map(EquipmentState::judgedUpTo)
                        .orElse(Instant.EPOCH);
        Rejudged rejudged = new Rewind(fromMemory(lane, checkpoints), new StoredRecords(connection, watchList, watched))
                .rejudge(lane.judge(), watched.name(), lane.secondLook().from());
        Collection<Fact> stored = FactRows.facts(new FactRows(connection, watched)
                .reaching(lane.secondLook().from().isBefore(judgedBefore) ? lane.secondLook().from() : judgedBefore)
                .values());
        Rejudged asTold = upToWhatWasTold(lane, rejudged, stored);
        FactChanges changes = FactChanges.of(stored, asTold);
        AlarmBook.Entered entered = new AlarmBook(connection, watched, settings.late(), notifications)
                .enter(changes, List.of(), judgedBefore, now);
        return new Again(asTold.timeline(), stored, lastHeard(connection, watched), now.plus(settings.grace()),
                covered, entered);
    }

    /**
     * A door was told to be open because nothing was heard for long. That stays so until its records come: time that has
     * passed does not pass back.
     */
    private static Rejudged upToWhatWasTold(Lane lane, Rejudged rejudged, Collection<Fact> stored) {
        Instant told = stored.stream().filter(DoorLeftOpen.class::isInstance).filter(Fact::isOngoing)
                .map(Fact::confirmedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
        if (!told.isAfter(rejudged.timeline().judgedUpTo())) {
            return rejudged;
        }
        Outcome.Judged passed = lane.judge().advance(rejudged.timeline(), told);
        Map<FactId, Fact> facts = new LinkedHashMap<>();
        rejudged.facts().forEach(fact -> facts.put(fact.id(), fact));
        passed.facts().forEach(fact -> facts.put(fact.id(), fact));
        return new Rejudged(rejudged.from(), passed.timeline(), List.copyOf(facts.values()));
    }

    /** What is in memory is the latest kept state there is, unless something went wrong with it. */
    private static CheckpointStore fromMemory(Lane lane, StoredCheckpoints stored) {
        return new CheckpointStore() {
            @Override
            public Optional<EquipmentState> latestBefore(EquipmentId equipment, Instant at) {
                EquipmentState state = lane.timeline().state();
                return !lane.secondLook().isFailing() && lane.isLoaded() && state.judgedUpTo().isBefore(at)
                        ? Optional.of(state)
                        : stored.latestBefore(equipment, at);
            }

            @Override
            public void keep(EquipmentState checkpoint) {
                stored.keep(checkpoint);
            }

            @Override
            public void dropFrom(EquipmentId equipment, Instant from) {
                stored.dropFrom(equipment, from);
            }
        };
    }

    private static Optional<Instant> lastHeard(Connection connection, Watched watched) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_HEARD)) {
            select.setArray(1, connection.createArrayOf("int4", watched.devices().toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Columns.timeIfAny(row, "at") : Optional.empty();
            }
        }
    }
}
