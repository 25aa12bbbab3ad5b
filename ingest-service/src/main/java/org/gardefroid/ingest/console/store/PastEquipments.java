package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.ingest.console.view.ProbeNow;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Runs;
import org.gardefroid.vaccines.custody.Surroundings;
import org.gardefroid.vaccines.custody.Thresholds;

/** The product probes that hung in an equipment for some of a past time, those that hang there no more as well. */
@Singleton
public final class PastEquipments {

    private static final String PLACED = """
            SELECT p.id, p.name, lower(l.during) AS hung_from, upper(l.during) AS hung_until, d.record_seconds
            FROM probe_placement l JOIN probe p ON p.id = l.probe JOIN device d ON d.id = p.device
            WHERE l.equipment = ? AND upper_inf(l.known) AND p.purpose = 'product'
                AND l.during && tstzrange(?, ?, '[]')
            ORDER BY p.name, lower(l.during)""";

    private final PastReadings readings;

    PastEquipments(PastReadings readings) {
        this.readings = readings;
    }

    public record PastProbe(int id, String name, Duration longestGap) {}

    /** @param until {@link Instant#MAX} while it hangs there */
    private record Stay(PastProbe probe, Instant from, Instant until) {}

    /** Each once, by name. */
    public List<PastProbe> probes(Sql sql, int equipment, Instant from, Instant to) {
        return stays(sql, equipment, from, to).stream().map(Stay::probe).distinct().toList();
    }

    private static List<Stay> stays(Sql sql, int equipment, Instant from, Instant to) {
        return sql.list(PLACED,
                row -> new Stay(
                        new PastProbe(row.number("id"), row.text("name"),
                                ProbeNow.longestGap(Duration.ofSeconds(row.number("record_seconds")))),
                        row.instantIfAny("hung_from").orElse(Instant.EPOCH),
                        row.instantIfAny("hung_until").orElse(Instant.MAX)),
                equipment, from, to);
    }

    /** What is known today of that time, in the words of custody. */
    public Surroundings around(Sql sql, int equipment, Instant from, Instant to, Thresholds thresholds) {
        List<Surroundings.Hung> hung = new ArrayList<>();
        Map<PlaceId, Surroundings.Folded> read = new HashMap<>();
        for (Stay stay : stays(sql, equipment, from, to)) {
            PlaceId place = new PlaceId(stay.probe().name());
            hung.add(new Surroundings.Hung(place, ProbePurpose.PRODUCT, stay.from(), stay.until()));
            read.computeIfAbsent(place, any -> folded(sql, stay.probe(), equipment, from, to, thresholds));
        }
        return new Known(List.copyOf(hung), Map.copyOf(read));
    }

    private Surroundings.Folded folded(Sql sql, PastProbe probe, int equipment, Instant from, Instant to,
            Thresholds thresholds) {
        Runs runs = new Runs(new PlaceId(probe.name()), probe.longestGap(), thresholds);
        readings.of(sql, probe.id(), equipment, from.minus(probe.longestGap()), to)
                .forEach(point -> runs.add(point.at(), point.temperature()));
        return new Surroundings.Folded(runs.all(), probe.longestGap());
    }

    private record Known(List<Hung> hung, Map<PlaceId, Folded> read) implements Surroundings {

        @Override
        public List<Hung> probes(String equipment) {
            return hung;
        }

        @Override
        public Map<PlaceId, Folded> readings(String equipment) {
            return read;
        }
    }
}
