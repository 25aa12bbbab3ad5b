package org.gardefroid.ingest.custody;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.store.Row;
import org.gardefroid.ingest.console.store.Sql;
import org.gardefroid.ingest.judge.WatchList;
import org.gardefroid.ingest.judge.Watched;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.gardefroid.vaccines.custody.BoxEvents.Told;
import org.gardefroid.vaccines.custody.PlaceId;

/** The vials that boxes have told of. */
final class VialReader {

    /** A vial is used within hours of its opening: what is older comes no more, but for a box that was lost. */
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private static final String LATELY = """
            SELECT DISTINCT subject FROM event
            WHERE kind = 'vial-handled' AND device = ANY(SELECT id FROM device) AND happened_at > ?""";

    private static final String EVENTS = """
            SELECT v.happened_at, v.device, v.kind, v.subject, v.became, v.document ->> 'product' AS product,
                v.document ->> 'step' AS step, v.document ->> 'lot' AS lot, (v.document ->> 'doses')::integer AS doses,
                v.document ->> 'reason' AS reason, v.document ->> 'by' AS said_by, l.number AS labelled
            FROM event v LEFT JOIN vial w ON w.name = v.subject LEFT JOIN lot l ON l.id = w.lot
            WHERE v.subject = ANY(string_to_array(?, ' '))
                AND v.kind IN ('vial-handled', 'vial-moved', 'vial-of-lot', 'doses-left', 'start-voided')
            ORDER BY v.happened_at, v.source, v.position""";

    private final Sql sql;
    private final WatchList watchList;

    VialReader(Sql sql, WatchList watchList) {
        this.sql = sql;
        this.watchList = watchList;
    }

    List<VialId> lately(Instant now) {
        return sql.list(LATELY, row -> new VialId(row.text("subject")), now.minus(LOOKED_BACK));
    }

    /** Those of them that a box which is known now has told of. */
    List<VialFile> read(Collection<VialId> vials) {
        Map<VialId, List<Told>> records = new LinkedHashMap<>();
        Map<VialId, Watched> boxes = new LinkedHashMap<>();
        sql.each(EVENTS, row -> take(row, records, boxes),
                String.join(" ", vials.stream().map(VialId::value).toList()));
        List<VialFile> files = new ArrayList<>();
        records.forEach((vial, told) -> {
            Watched box = boxes.get(vial);
            if (box != null) {
                files.add(new VialFile(vial, box.site(), box.id(), told));
            }
        });
        return files;
    }

    private void take(Row row, Map<VialId, List<Told>> records, Map<VialId, Watched> boxes) throws SQLException {
        Watched box = watchList.equipments().get(watchList.equipmentOfVials(row.number("device")));
        if (box == null) {
            return;
        }
        VialId vial = new VialId(row.text("subject"));
        boxes.put(vial, box);
        Optional<Instant> at = Optional.of(row.instant("happened_at"));
        PlaceId place = new PlaceId(box.name().value());
        List<Told> told = records.computeIfAbsent(vial, any -> new ArrayList<>());
        Optional<String> labelled = row.textIfAny("labelled");
        if (told.isEmpty() && labelled.isPresent()) { // its label says it, whatever the box knew
            told.add(new Told(at, 0, place, new Event.VialOfLot(vial, new LotNumber(labelled.get()))));
        }
        told.add(new Told(at, told.size(), place, event(row, vial)));
    }

    private static Event event(Row row, VialId vial) throws SQLException {
        return switch (row.text("kind")) {
            case "vial-handled" -> new Event.VialHandled(vial, new ProductId(row.text("product")),
                    VialStep.ofCode(row.text("step")).orElseThrow());
            case "vial-moved" -> new Event.VialMoved(vial, row.flag("became"));
            case "vial-of-lot" -> new Event.VialOfLot(vial, new LotNumber(row.text("lot")));
            case "start-voided" -> new Event.StartVoided(vial, VoidReason.ofCode(row.text("reason")).orElseThrow(),
                    row.text("said_by"));
            default -> new Event.DosesLeft(vial, row.number("doses"));
        };
    }
}
