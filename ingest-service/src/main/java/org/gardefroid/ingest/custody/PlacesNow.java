package org.gardefroid.ingest.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gardefroid.ingest.judge.Placement;
import org.gardefroid.ingest.judge.WatchList;
import org.gardefroid.ingest.judge.Watched;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.vaccines.custody.PlaceId;

/** The equipments as they are known now, and how far time has come in each. */
final class PlacesNow implements Surroundings {

    private final Duration patience;
    private final ProbeRuns runs = new ProbeRuns();
    private final Map<Integer, CustodyInbox.Heard> heard = new HashMap<>();
    private final Map<String, Instant> judgedUpTo = new HashMap<>();
    private Map<String, Watched> equipments = Map.of();
    private Map<Integer, Duration> gaps = Map.of();
    private Map<Integer, List<Placement>> placements = Map.of();
    private Instant wall = Instant.EPOCH;

    /** @param patience as long as a device was heard within it, time is what its records say */
    PlacesNow(Duration patience) {
        this.patience = patience;
    }

    void watch(WatchList watchList) {
        Map<String, Watched> byName = new HashMap<>();
        Map<Integer, Duration> longest = new HashMap<>();
        Map<Integer, List<Placement>> byProbe = new HashMap<>();
        for (Watched watched : watchList.equipments().values()) {
            byName.put(watched.name().value(), watched);
            longest.put(watched.id(), watched.versions().getLast().settings().longestGap());
            watched.placements().stream().filter(placement -> placement.purpose().tellsOfGoods()).forEach(
                    placement -> byProbe.computeIfAbsent(placement.probeId(), any -> new ArrayList<>()).add(placement));
        }
        equipments = byName;
        gaps = longest;
        placements = byProbe;
    }

    ProbeRuns runs() {
        return runs;
    }

    void time(Instant now) {
        wall = now;
    }

    void heard(int device, CustodyInbox.Heard last) {
        heard.merge(device, last, CustodyInbox.Heard::and);
    }

    /** What was said of that time stays said: time does not pass back. */
    void judged(String equipment, Instant upTo) {
        judgedUpTo.merge(equipment, upTo, PlacesNow::later);
    }

    void judged(int equipment, Instant upTo) {
        equipments.values().stream().filter(watched -> watched.id() == equipment)
                .forEach(watched -> judged(watched.name().value(), upTo));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private List<Placement> hung(String equipment) {
        Watched watched = equipments.get(equipment);
        return watched == null ? List.of() : watched.placements();
    }

    /** Readings of that equipment since {@code from} will be asked for. */
    void need(String equipment, Instant from) {
        for (Placement placement : hung(equipment)) {
            if (placement.purpose().tellsOfGoods() && placement.until().isAfter(from)) {
                Duration gap = longestGap(placement.probeId());
                runs.need(placement.probeId(), gap, later(from, placement.from()).minus(gap));
            }
        }
    }

    /** The shortest of all that it hung in: a probe's readings are folded once. */
    private Duration longestGap(int probe) {
        return placements.getOrDefault(probe, List.of()).stream()
                .flatMap(placement -> Optional.ofNullable(gaps.get(placement.equipment())).stream())
                .min(Comparator.naturalOrder()).orElseThrow();
    }

    /** @return the equipments in which something else is so than was */
    Set<String> read(Sql sql, Map<ProbeId, Instant> stored) {
        placements.forEach((probe, hung) -> {
            Instant from = stored.get(hung.getFirst().probe());
            if (from != null) {
                runs.touched(probe, from);
            }
        });
        Set<String> changed = new HashSet<>();
        Collection<Integer> others = runs.read(sql);
        equipments.values().forEach(watched -> {
            if (watched.placements().stream().anyMatch(placement -> others.contains(placement.probeId()))) {
                changed.add(watched.name().value());
            }
        });
        return changed;
    }

    @Override
    public List<Hung> probes(String equipment) {
        return hung(equipment).stream().map(placement -> new Hung(new PlaceId(placement.probe().value()),
                placement.purpose(), placement.from(), placement.until())).toList();
    }

    @Override
    public Map<PlaceId, Folded> readings(String equipment) {
        Map<PlaceId, Folded> readings = new HashMap<>();
        for (Placement placement : hung(equipment)) {
            if (placement.purpose().tellsOfGoods()) {
                PlaceId probe = new PlaceId(placement.probe().value());
                readings.put(probe, new Folded(runs.of(placement.probeId()), longestGap(placement.probeId())));
            }
        }
        return readings;
    }

    @Override
    public Instant now(String equipment) {
        Watched watched = equipments.get(equipment);
        Instant floor = judgedUpTo.getOrDefault(equipment, Instant.EPOCH);
        if (watched == null) {
            return later(floor, wall);
        }
        boolean isHeard = watched.devices().stream().map(heard::get).anyMatch(
                last -> last != null && last.at().isAfter(wall.minus(patience)));
        Instant stream = watched.devices().stream().map(heard::get)
                .flatMap(last -> last == null ? Stream.empty() : Stream.of(last))
                .map(CustodyInbox.Heard::lastRecord).reduce(latestRead(watched), PlacesNow::later);
        return later(floor, isHeard ? stream : wall);
    }

    @Override
    public Instant lastReading(String equipment) {
        Watched watched = equipments.get(equipment);
        return watched == null ? Instant.EPOCH : latestRead(watched);
    }

    private Instant latestRead(Watched watched) {
        return watched.placements().stream().filter(placement -> placement.purpose() == ProbePurpose.PRODUCT)
                .flatMap(placement -> runs.latest(placement.probeId()).stream())
                .reduce(Instant.EPOCH, PlacesNow::later);
    }

    @Override
    public int equipment(String name) {
        Watched watched = equipments.get(name);
        if (watched == null) {
            throw new IllegalStateException("an equipment that is not known yet: " + name);
        }
        return watched.id();
    }

    Optional<String> name(int equipment) {
        return equipments.values().stream().filter(watched -> watched.id() == equipment)
                .map(watched -> watched.name().value()).findFirst();
    }

    /** After a start, what was kept back while we were away comes first: as if just heard. */
    void begin(int device, Instant now) {
        heard(device, new CustodyInbox.Heard(now, Instant.EPOCH));
    }

    boolean knows(String equipment) {
        return equipments.containsKey(equipment);
    }
}
