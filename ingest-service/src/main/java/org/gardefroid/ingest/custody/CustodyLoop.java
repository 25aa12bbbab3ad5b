package org.gardefroid.ingest.custody;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gardefroid.alerting.Lasting;
import org.gardefroid.ingest.judge.CustodyAlarms;
import org.gardefroid.ingest.judge.DoseRow;
import org.gardefroid.ingest.judge.WatchList;
import org.gardefroid.ingest.judge.WatchListReader;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.Thresholds;

/** Judges goods, round after round, on one thread. What is in here may be lost at any time; the database has what is needed. */
final class CustodyLoop {

    private static final Duration READ_FILES_EVERY = Duration.ofSeconds(5);

    /** What is judged once more though nothing has touched it: its unobserved minutes may have become too many. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(60);

    private final Transactions transactions;
    private final CustodyInbox inbox;
    private final OthersBatches others;
    private final VialMoves moves = new VialMoves();
    private final InstantSource clock;
    private final PlacesNow places;
    private final FilesInPlay files = new FilesInPlay();
    private final Verdicts verdicts;
    private final Map<Object, Look> looks = new HashMap<>();
    /** What was entered of each, in this turn. */
    private final Map<String, List<Lasting>> held = new HashMap<>();
    private final Map<VialFile, List<DoseRow>> counted = new HashMap<>();
    private final CustodyAlarms alarms;
    private final LotWays ways = new LotWays();
    private WatchList watchList = new WatchList(Map.of(), Map.of());
    private List<ProductProfile> profiles = List.of();
    private Instant filesReadAt = Instant.MIN;
    private boolean begun;

    CustodyLoop(Transactions transactions, CustodyInbox inbox, String instance, InstantSource clock, Duration patience,
            Verdicts verdicts, CustodyAlarms alarms) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.others = new OthersBatches(instance);
        this.clock = clock;
        this.places = new PlacesNow(patience);
        this.verdicts = verdicts;
        this.alarms = alarms;
    }

    /** When a file is to be judged again: at {@code again} by our clock, or once an equipment's time has come. */
    private record Look(Instant again, List<Wake> wakes) {}

    private record Wake(String equipment, Instant at) {}

    void round() throws SQLException {
        try {
            Instant now = clock.instant();
            CustodyInbox.Stored stored = inbox.take();
            places.time(now);
            Set<Object> touched = transactions.in(connection -> read(new Sql(connection), stored, now));
            touched.forEach(looks::remove);
            judge(now);
        } catch (SQLException | RuntimeException e) {
            begun = false; // what was taken and not judged is found in the database
            throw e;
        }
    }

    private Set<Object> read(Sql sql, CustodyInbox.Stored own, Instant now) throws SQLException {
        CustodyInbox.Stored stored = own;
        Set<Object> touched = new HashSet<>();
        if (!begun) {
            places.runs().forget();
            looks.clear();
            held.clear();
            counted.clear();
        }
        boolean isUnknown = stored.devices().keySet().stream()
                .anyMatch(device -> watchList.device(device) == WatchList.NOWHERE);
        if (!begun || isUnknown || !filesReadAt.plus(READ_FILES_EVERY).isAfter(now)) {
            watchList = sql.with(connection -> new WatchListReader(connection).read());
            places.watch(watchList);
            List<ProductProfile> latest = Profiles.read(sql);
            if (!latest.equals(profiles)) {
                profiles = latest;
                places.runs().fold(Thresholds.of(profiles));
                looks.clear();
            }
            touched.addAll(files.readLots(sql, now));
            stored = stored.and(others.since(sql, watchList, now));
            stored.vials().addAll(moves.since(sql, now));
            filesReadAt = now;
        }
        stored.devices().forEach((device, heard) -> places.heard(watchList.device(device), heard));
        VialReader vials = new VialReader(sql, watchList);
        if (!begun) {
            verdicts.read(sql);
            verdicts.judgedUpTo(places::judged);
            watchList.equipments().values().forEach(watched -> watched.devices()
                    .forEach(device -> places.begin(device, now)));
            touched.addAll(files.take(vials.read(vials.lately(now))));
            begun = true;
        }
        if (!stored.vials().isEmpty()) {
            touched.addAll(files.take(vials.read(stored.vials())));
        }
        if (!touched.isEmpty() || filesReadAt.equals(now)) {
            files.needs(places::need);
        }
        Set<String> changed = places.read(sql, stored.probes());
        touched.addAll(files.in(changed));
        return touched;
    }

    private void judge(Instant now) throws SQLException {
        GoodsRound round = new GoodsRound(new FileJudge(profiles, places), new Unjudged(places), files);
        for (LotFile file : files.lots()) {
            if (isDue(file.lot().id(), now) && round.hasTime()
                    && file.lot().placements().stream().allMatch(placement -> places.knows(placement.equipment()))) {
                round.judge(file);
            }
        }
        for (VialFile vial : files.vials()) {
            if (isDue(vial.vial(), now) && round.hasTime()) {
                round.judge(vial);
            }
        }
        enter(round.judged(), round.counting(), now);
        round.byFile().forEach((file, judged) -> looks.put(file, look(judged, now)));
    }

    private void enter(List<Judged> judged, Map<VialFile, List<DoseRow>> counting, Instant now) throws SQLException {
        if (!judged.isEmpty()) {
            Map<String, List<Lasting>> changed = HeldDoses.of(judged, places);
            counting.entrySet().removeIf(vial -> vial.getValue().equals(counted.get(vial.getKey())));
            changed.entrySet().removeIf(goods -> goods.getValue().equals(held.get(goods.getKey())));
            int told = transactions.in(connection -> {
                verdicts.write(connection, judged, now);
                ways.write(connection, judged);
                alarms.notJudged(connection, watchList, verdicts.notJudged(), now);
                return changed.isEmpty() && counting.isEmpty()
                        ? 0
                        : alarms.enter(connection, watchList, changed.keySet(),
                                changed.values().stream().flatMap(List::stream).toList(), byEquipment(counting), now);
            });
            alarms.committed(told);
            verdicts.written();
            ways.written(judged);
            held.putAll(changed);
            counted.putAll(counting);
            judged.forEach(each -> places.judged(each.goods().equipment(), each.judgement().now()));
        }
    }

    private static Map<Integer, List<DoseRow>> byEquipment(Map<VialFile, List<DoseRow>> counting) {
        Map<Integer, List<DoseRow>> rows = new HashMap<>();
        counting.forEach((vial, doses) -> rows.computeIfAbsent(vial.equipment(), any -> new ArrayList<>())
                .addAll(doses));
        return rows;
    }

    private boolean isDue(Object file, Instant now) {
        Look look = looks.get(file);
        return look == null || !look.again().isAfter(now)
                || look.wakes().stream().anyMatch(wake -> !wake.at().isAfter(places.now(wake.equipment())));
    }

    private Look look(List<Judged> judged, Instant now) {
        List<Wake> wakes = new ArrayList<>();
        for (Judged each : judged) {
            each.judgement().wakeAt().ifPresent(at -> places.name(each.goods().equipment())
                    .ifPresent(name -> wakes.add(new Wake(name, at))));
        }
        return new Look(now.plus(LOOK_AGAIN_AFTER), wakes);
    }
}
