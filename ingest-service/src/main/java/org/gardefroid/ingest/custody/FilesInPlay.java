package org.gardefroid.ingest.custody;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gardefroid.ingest.lots.Decision;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.LotReader;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.Drawings;

/** The lots that are somewhere, or were until lately, and the vials and syringes that were handled lately. */
final class FilesInPlay {

    /** A lot that is used up may yet prove to have been bad: a box can come back after weeks. */
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private static final String DECISIONS = """
            SELECT lot, decided_at, decision, reason, signed_as FROM lot_decision WHERE decided_at > ? ORDER BY id""";

    private final LotReader reader = new LotReader();
    private final Drawings drawings = new Drawings();
    /** What was told of each alone. */
    private final Map<VialId, VialFile> told = new TreeMap<>();
    private final Map<VialId, VialFile> vials = new TreeMap<>();
    private Map<Integer, LotFile> lots = new TreeMap<>();
    private Map<String, List<LotFile>> byNumber = Map.of();
    private Map<Integer, ZoneId> zones = new HashMap<>();

    /** @return what has changed, by its name in here: the lot's number, or the vial */
    Set<Object> readLots(Sql sql, Instant now) {
        zones = new HashMap<>();
        sql.each("SELECT id, time_zone FROM site",
                row -> zones.put(row.number("id"), ZoneId.of(row.text("time_zone"))));
        Map<Integer, List<Decision>> decisions = new HashMap<>();
        sql.each(DECISIONS, row -> decisions.merge(row.number("lot"), List.of(new Decision(row.instant("decided_at"),
                Decision.What.ofCode(row.text("decision")), row.text("reason"), row.text("signed_as"))),
                FilesInPlay::together), now.minus(LOOKED_BACK).minus(LOOKED_BACK));
        Map<Integer, LotFile> read = new TreeMap<>();
        for (Lot lot : reader.inPlay(sql, now.minus(LOOKED_BACK))) {
            read.put(lot.id(), new LotFile(lot, zone(lot.site()), decisions.getOrDefault(lot.id(), List.of())));
        }
        Set<Object> changed = new HashSet<>();
        read.forEach((id, file) -> {
            if (!file.equals(lots.get(id))) {
                changed.add(id);
                vialsOf(file).forEach(vial -> changed.add(vial.vial()));
            }
        });
        lots = read;
        byNumber = read.values().stream().collect(Collectors.groupingBy(file -> file.lot().number()));
        return changed;
    }

    private static List<Decision> together(List<Decision> some, List<Decision> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    Set<Object> take(Collection<VialFile> read) {
        Set<VialId> another = new TreeSet<>();
        for (VialFile vial : read) {
            if (!vial.equals(told.put(vial.vial(), vial))) {
                vial.records().forEach(record -> drawings.take(record.event()));
                another.add(vial.vial());
            }
        }
        Set<Object> changed = new HashSet<>();
        for (VialId vial : another) {
            List<VialFile> drawn = drawings.with(vial).stream().flatMap(each -> Stream.ofNullable(told.get(each)))
                    .toList();
            for (VialFile each : drawn) {
                VialFile now = each.among(drawn);
                vials.put(each.vial(), now);
                changed.add(each.vial());
                lotOf(now).ifPresent(lot -> changed.add(lot.lot().id()));
            }
        }
        return changed;
    }

    /** Those that are or were in one of these equipments. */
    Set<Object> in(Set<String> equipments) {
        Set<Object> there = new HashSet<>();
        if (!equipments.isEmpty()) {
            lots.values().stream().filter(file -> file.lot().placements().stream()
                    .anyMatch(placement -> equipments.contains(placement.equipment())))
                    .forEach(file -> there.add(file.lot().id()));
            vials.values().stream().filter(vial -> vial.records().stream()
                    .anyMatch(told -> equipments.contains(told.box().name())) || equipments.contains(vial.box()))
                    .forEach(vial -> there.add(vial.vial()));
        }
        return there;
    }

    /** Of which equipments readings are needed, and since when. */
    void needs(BiConsumer<String, Instant> need) {
        lots.values().forEach(file -> file.lot().placements().forEach(
                placement -> need.accept(placement.equipment(), placement.from())));
        vials.values().forEach(vial -> vial.records().stream().map(told -> told.box().name()).distinct()
                .forEach(box -> need.accept(box, vial.first())));
    }

    List<LotFile> lots() {
        return List.copyOf(lots.values());
    }

    List<VialFile> vials() {
        return List.copyOf(vials.values());
    }

    List<VialFile> vialsOf(LotFile file) {
        return vials.values().stream().filter(vial -> lotOf(vial).filter(file::equals).isPresent()).toList();
    }

    /** Of several lots of that number, the one that was in its box. */
    Optional<LotFile> lotOf(VialFile vial) {
        Optional<LotNumber> number = vial.lot();
        return number.flatMap(named -> byNumber.getOrDefault(named.value(), List.of()).stream()
                .min(Comparator.comparing((LotFile file) -> !file.lot().product().equals(vial.product().value()))
                        .thenComparing(file -> file.lot().site() != vial.site())
                        .thenComparing(file -> file.lot().placements().stream()
                                .noneMatch(placement -> placement.equipment().equals(vial.box())))));
    }

    ZoneId zone(int site) {
        return zones.getOrDefault(site, ZoneOffset.UTC);
    }
}
