package org.gardefroid.ingest.custody;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gardefroid.ingest.judge.WatchList;
import org.gardefroid.ingest.judge.Watched;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.gardefroid.vaccines.custody.BoxEvents.Told;
import org.gardefroid.vaccines.custody.PlaceId;

/** The vials and syringes that boxes have told of. */
final class VialReader {

    /** A vial is used within hours of its opening: what is older comes no more, but for a box that was lost. */
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private static final String LATELY = """
            SELECT DISTINCT subject FROM event
            WHERE kind = 'vial-handled' AND device = ANY(SELECT id FROM device) AND happened_at > ?""";

    private static final String EVENTS = """
            SELECT v.happened_at, v.source, v.position, v.device, v.kind, v.subject, v.became,
                v.document ->> 'product' AS product, v.document ->> 'step' AS step, v.document ->> 'from' AS drawn_from,
                v.document ->> 'lot' AS lot, (v.document ->> 'doses')::integer AS doses, v.document ->> 'end' AS ended,
                v.document ->> 'reason' AS reason, v.document ->> 'by' AS said_by, l.number AS labelled
            FROM event v LEFT JOIN vial w ON w.name = v.subject LEFT JOIN lot l ON l.id = w.lot
            WHERE v.subject = ANY(string_to_array(?, ' '))
                AND v.kind IN ('vial-handled', 'vial-moved', 'vial-of-lot', 'doses-left', 'vial-ended',
                    'start-voided')
            ORDER BY v.happened_at, v.source, v.position""";

    private static final String MOVES = """
            SELECT vial, moved_at, equipment FROM vial_move WHERE vial = ANY(string_to_array(?, ' ')) ORDER BY moved_at, id""";

    /** Of a batch; so that a batch's number and a record's place in it are one number. */
    private static final long MOST_RECORDS = 4_096;

    private final Sql sql;
    private final WatchList watchList;

    VialReader(Sql sql, WatchList watchList) {
        this.sql = sql;
        this.watchList = watchList;
    }

    List<VialId> lately(Instant now) {
        return sql.list(LATELY, row -> new VialId(row.text("subject")), now.minus(LOOKED_BACK));
    }

    /** Those of them that a box which is known now has told of, and the vials that these were drawn from. */
    List<VialFile> read(Collection<VialId> vials) {
        Map<VialId, List<Seen>> seen = new LinkedHashMap<>();
        Set<VialId> asked = new HashSet<>();
        Set<VialId> open = new HashSet<>(vials);
        while (!open.isEmpty()) {
            asked.addAll(open);
            String names = String.join(" ", open.stream().map(VialId::value).toList());
            sql.each(EVENTS, row -> take(row, seen), names);
            sql.each(MOVES, row -> move(row, seen), names);
            open = seen.values().stream().flatMap(List::stream).flatMap(each -> drawnFrom(each.told().event()).stream())
                    .filter(vial -> !asked.contains(vial)).collect(Collectors.toSet());
        }
        List<VialFile> files = new ArrayList<>();
        seen.forEach((vial, told) -> {
            told.sort(Comparator.comparing(each -> each.told().at().orElseThrow()));
            Watched box = told.getLast().box();
            files.add(new VialFile(vial, box.site(), box.id(), box.name().value(),
                    told.stream().map(Seen::told).toList()));
        });
        return files;
    }

    private static Optional<VialId> drawnFrom(Event event) {
        return event instanceof Event.VialHandled handled ? handled.drawnFrom() : Optional.empty();
    }

    private record Seen(Told told, Watched box) {}

    private void take(Row row, Map<VialId, List<Seen>> seen) throws SQLException {
        Watched box = watchList.equipments().get(watchList.equipmentOfVials(row.number("device")));
        if (box == null) {
            return;
        }
        VialId vial = new VialId(row.text("subject"));
        Optional<Instant> at = Optional.of(row.instant("happened_at"));
        long order = row.big("source") * MOST_RECORDS + row.number("position");
        PlaceId place = new PlaceId(box.name().value());
        List<Seen> told = seen.computeIfAbsent(vial, any -> new ArrayList<>());
        Optional<String> labelled = row.textIfAny("labelled");
        if (told.isEmpty() && labelled.isPresent()) { // its label says it, whatever the box knew
            told.add(new Seen(new Told(at, order, place,
                    new Event.VialOfLot(vial, new LotNumber(labelled.get()))), box));
        }
        told.add(new Seen(new Told(at, order, place, event(row, vial)), box));
    }

    /** What somebody put into another equipment, as if its box had told it, after all else of that instant. */
    private void move(Row row, Map<VialId, List<Seen>> seen) throws SQLException {
        VialId vial = new VialId(row.text("vial"));
        Watched into = watchList.equipments().get(row.number("equipment"));
        List<Seen> told = seen.get(vial);
        if (told != null && into != null) {
            told.add(new Seen(new Told(Optional.of(row.instant("moved_at")), Long.MAX_VALUE,
                    new PlaceId(into.name().value()), new Event.VialMoved(vial, true)), into));
        }
    }

    private static Event event(Row row, VialId vial) throws SQLException {
        return switch (row.text("kind")) {
            case "vial-handled" -> new Event.VialHandled(vial, new ProductId(row.text("product")),
                    VialStep.ofCode(row.text("step")).orElseThrow(), row.textIfAny("drawn_from").map(VialId::new));
            case "vial-moved" -> new Event.VialMoved(vial, row.flag("became"));
            case "vial-of-lot" -> new Event.VialOfLot(vial, new LotNumber(row.text("lot")));
            case "start-voided" -> new Event.StartVoided(vial, VoidReason.ofCode(row.text("reason")).orElseThrow(),
                    row.text("said_by"));
            case "vial-ended" ->
                new Event.VialEnded(vial, VialEnd.ofCode(row.text("ended")).orElseThrow(), Optional.empty());
            default -> new Event.DosesLeft(vial, row.number("doses"));
        };
    }
}
