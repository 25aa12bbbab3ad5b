package org.gardefroid.ingest.judge;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gardefroid.alerting.HoleWait;
import org.gardefroid.ingest.judge.HandOver.Handed;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.NumberSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges, round after round, on one thread. What is in here may be lost at any time; the database has what is needed. */
final class JudgingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(JudgingLoop.class);

    private static final int MOST_RECORDS_A_ROUND = 50_000;
    private static final Duration LOOK_AT_CLOCKS_EVERY = Duration.ofMillis(100);
    private static final long JUDGING_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Duration READ_WATCH_LIST_EVERY = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final HandOver handOver;
    private final InstantSource clock;
    private final JudgingSettings settings;
    private final JudgingWriter writer;
    private final JudgingMeters meters;
    private final OthersBatches others;

    private final Lanes lanes = new Lanes();
    private final Holes holes;
    private final Map<Progress.Key, NumberSet> judged = new HashMap<>();
    private final List<Awaited> awaited = new ArrayList<>();
    /** Of devices that are newer than the watch list, which is read again within a second: what is stored is of a known one. */
    private final List<Handed> ofNewDevices = new ArrayList<>();
    private WatchList watchList = new WatchList(Map.of(), Map.of());
    private Instant watchListReadAt = Instant.MIN;
    private Instant clocksLookedAt = Instant.EPOCH;
    private boolean begun;
    private boolean behind;

    JudgingLoop(Transactions transactions, HandOver handOver, InstantSource clock, JudgingSettings settings,
            JudgingWriter writer, JudgingMeters meters, OthersBatches others) {
        this.transactions = transactions;
        this.handOver = handOver;
        this.clock = clock;
        this.settings = settings;
        this.writer = writer;
        this.meters = meters;
        this.others = others;
        this.holes = new Holes(new HoleWait(settings.holeWait()), settings.queueRecords());
    }

    /** Batches that are judged once these lanes have been judged from the database. */
    private record Awaited(Map<Progress.Key, NumberSet> numbers, Set<Lane> lanes) {}

    /** @param patienceNanos how long to wait for something to do */
    void round(long patienceNanos) throws SQLException, InterruptedException {
        if (!begun) {
            begin();
        }
        List<Handed> arrived = new ArrayList<>(ofNewDevices);
        ofNewDevices.clear();
        arrived.addAll(handOver.take(MOST_RECORDS_A_ROUND, patienceNanos));
        Instant now = clock.instant();
        if (watchListReadAt.plus(READ_WATCH_LIST_EVERY).isBefore(now) || hasUnknown(arrived, now)) {
            readWatchList(Map.of(), now);
        }
        meters.inHandSince(arrived.isEmpty() ? 0 : arrived.getFirst().nanos());
        List<Handed> ready = new ArrayList<>(arrived.size());
        for (Handed handed : arrived) {
            Progress.Key key = key(handed);
            if (key.device() == WatchList.NOWHERE) {
                ofNewDevices.add(handed);
            } else if (!judged.getOrDefault(key, NumberSet.EMPTY).contains(handed.batch().id().number())) {
                holes.arrive(key, handed, now, ready);
            }
        }
        holes.pass(now, ready);
        judge(ready, now);
        if (Duration.between(clocksLookedAt, now).abs().compareTo(LOOK_AT_CLOCKS_EVERY) >= 0) {
            clocksLookedAt = now;
            pass(now);
        }
        writer.write(lanes, now);
        judgeAgain(now);
        behind |= handOver.hasOverflowed();
        if (behind) {
            catchUp(now);
        }
        judgeFromDatabase(others.besides(judged, now), now);
        meters.inHandSince(0);
    }

    private void begin() throws SQLException {
        Instant now = clock.instant();
        readWatchList(transactions.in(connection -> new Progress(connection).unjudgedSince()), now);
        Map<Progress.Key, NumberSet> stored = transactions.in(connection -> new Progress(connection).stored());
        judged.putAll(stored);
        holes.begin(stored, now);
        awaited.add(new Awaited(stored, new HashSet<>(lanes.all())));
        begun = true;
        LOG.info("judging begun equipments={} journals={}", lanes.all().size(), stored.size());
    }

    private void readWatchList(Map<Integer, Instant> unjudgedSince, Instant now) throws SQLException {
        watchList = transactions.in(connection -> new WatchListReader(connection).read());
        transactions.in(connection -> {
            new TechnicalAlarms(connection).raiseForks(now);
            return now;
        });
        lanes.watch(watchList, unjudgedSince, now);
        watchListReadAt = now;
    }

    /** What has just been enrolled is known at once, but a device with wrong names does not keep us busy. */
    private boolean hasUnknown(List<Handed> arrived, Instant now) {
        if (watchListReadAt.plusSeconds(1).isAfter(now)) {
            return false;
        }
        for (Handed handed : arrived) {
            if (watchList.device(handed.batch().id().device()) == WatchList.NOWHERE) {
                return true;
            }
        }
        return false;
    }

    private Progress.Key key(Handed handed) {
        CommittedBatch batch = handed.batch();
        return new Progress.Key(watchList.device(batch.id().device()), batch.id().journal());
    }

    private void judge(List<Handed> ready, Instant now) {
        if (ready.isEmpty()) {
            return;
        }
        Round round = new Round(watchList, lanes);
        for (Handed handed : ready) {
            round.route(key(handed), handed);
        }
        Set<Lane> touched = new LinkedHashSet<>();
        round.routed().forEach(each -> touched.addAll(each.lanes()));
        for (Lane lane : touched) {
            try {
                if (lane.hasInbox()) {
                    lane.judgeInbox(now);
                }
            } catch (RuntimeException e) {
                writer.failed(lane, e, now);
            }
        }
        for (Round.Routed each : round.routed()) {
            judged.merge(each.journal(), NumberSet.of(each.number()), (before, one) -> before.with(each.number()));
            List<Lane> waitingFor = each.lanes().stream().filter(lane -> lane.secondLook().isWanted()).toList();
            if (waitingFor.isEmpty()) {
                writer.judged(each.journal(), each.number());
            } else {
                SecondLook.Tally tally = new SecondLook.Tally(each.journal(), each.number(), waitingFor.size());
                waitingFor.forEach(lane -> lane.secondLook().owe(tally));
            }
        }
        meters.judged(round.records());
        meters.unplaced(round.unplaced());
    }

    private void pass(Instant now) {
        for (Lane lane : lanes.all()) {
            try {
                lane.pass(lane.horizon(settings.patience(), now), now);
            } catch (RuntimeException e) {
                writer.failed(lane, e, now);
            }
        }
    }

    private void judgeAgain(Instant now) throws SQLException {
        long began = System.nanoTime();
        for (Lane lane : lanes.all()) {
            if (System.nanoTime() - began > JUDGING_AGAIN_NANOS) {
                break; // the others go on meanwhile
            }
            if (!lane.secondLook().isDue(now)
                    || lane.hasFound() && !lane.secondLook().isFailing() && lane.isLoaded()) {
                continue;
            }
            if (writer.judgeAgain(lane, watchList, clock.instant())) {
                awaited.forEach(each -> each.lanes().remove(lane));
            }
        }
        awaited.removeIf(each -> {
            if (each.lanes().stream().allMatch(lane -> lane.secondLook().isFailing())) {
                writer.judged(each.numbers());
                return true;
            }
            return false;
        });
    }

    /** Something found no room in memory: all that is stored and not judged is judged from the database. */
    private void catchUp(Instant now) throws SQLException {
        writer.flush(lanes, now);
        int equipments = judgeFromDatabase(transactions.in(connection -> new Progress(connection).stored()), now);
        behind = false;
        LOG.warn("judging fell behind and goes on from the database equipments={}", equipments);
    }

    /** @return of how many equipments there is something to be judged */
    private int judgeFromDatabase(Map<Progress.Key, NumberSet> stored, Instant now) throws SQLException {
        if (stored.isEmpty()) {
            return 0;
        }
        Set<Integer> devices = stored.keySet().stream().map(Progress.Key::device).collect(Collectors.toSet());
        Map<Integer, Instant> since = transactions.in(connection -> new Progress(connection).unjudgedSince());
        Map<Integer, Instant> heard = transactions.in(connection -> new Progress(connection).heard(devices));
        Set<Lane> lanesOfThem = new HashSet<>();
        for (int device : devices) {
            Instant from = since.get(device);
            Instant at = heard.get(device);
            for (int equipment : watchList.equipmentsOf(device)) {
                Lane lane = lanes.of(equipment);
                if (lane == null) {
                    continue;
                }
                if (at != null) {
                    lane.heard(at, Instant.EPOCH); // how far its records go is seen when they are judged
                }
                if (from != null) {
                    lane.secondLook().want(from, now);
                    lanesOfThem.add(lane);
                }
            }
        }
        stored.forEach((key, numbers) -> judged.merge(key, numbers, NumberSet::union));
        holes.begin(stored, now);
        awaited.add(new Awaited(stored, lanesOfThem));
        return lanesOfThem.size();
    }
}
