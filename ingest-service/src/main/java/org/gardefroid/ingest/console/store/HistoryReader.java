package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gardefroid.ingest.console.chart.Story;
import org.gardefroid.ingest.console.chart.Stretch;
import org.gardefroid.ingest.console.chart.Trace;
import org.gardefroid.ingest.console.view.EquipmentNow;
import org.gardefroid.ingest.console.view.EquipmentPage;
import org.gardefroid.ingest.console.view.EquipmentPage.Opening;
import org.gardefroid.ingest.console.view.ExcursionLine;
import org.gardefroid.ingest.console.view.ProbeNow;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.ProbePurpose;

/** The last days of one equipment: a day from its readings, more from their hours. */
@Singleton
public final class HistoryReader {

    private static final int COLUMNS = 480;

    /** From the middle of one hour to that of the next, and half an hour for an hour that was cut. */
    private static final Duration SHORTEST_GAP_OF_HOURS = Duration.ofMinutes(90);

    private static final String READINGS = """
            SELECT measured_at, milli_celsius FROM reading
            WHERE probe = ? AND measured_at > ? AND measured_at <= ? ORDER BY measured_at""";

    private static final String HOURS = """
            SELECT bucket + interval '30 minutes' AS middle, min_milli_celsius, max_milli_celsius FROM reading_hourly
            WHERE probe = ? AND bucket > ? AND bucket <= ? AND min_milli_celsius IS NOT NULL ORDER BY bucket""";

    private static final String EXCURSIONS = """
            SELECT rule, subject, since, ended_at, worst_milli_celsius, unobserved_seconds, certainty FROM excursion
            WHERE equipment = ? AND withdrawn_at IS NULL AND since <= ? AND (ended_at IS NULL OR ended_at > ?)
            ORDER BY since DESC LIMIT 200""";

    private static final String DOORS = """
            SELECT v.subject, v.became, v.happened_at FROM door d
            JOIN event v ON v.subject = d.name AND v.kind = 'door-moved'
            WHERE d.equipment = ? AND v.happened_at > ? AND v.happened_at <= ? ORDER BY v.happened_at""";

    private final AlarmReader alarms;

    HistoryReader(AlarmReader alarms) {
        this.alarms = alarms;
    }

    public EquipmentPage of(Sql sql, EquipmentNow equipment, int days, ZoneId zone, Locale locale) {
        Instant to = equipment.now();
        Instant from = to.minus(Duration.ofDays(days));
        List<Trace> product = new ArrayList<>();
        List<Trace> air = new ArrayList<>();
        List<Instant> faults = new ArrayList<>();
        for (ProbeNow probe : equipment.probes().stream()
                .filter(each -> each.purpose() != ProbePurpose.AMBIENT).toList()) { // the room's is off this chart's scale
            (probe.product() ? product : air).add(
                    days > 1 ? hours(sql, probe, from, to) : readings(sql, probe, from, to, faults));
        }
        List<ExcursionLine> excursions = sql.list(EXCURSIONS, ExcursionRows::line, equipment.id(), to, from);
        List<Opening> openings = openings(sql, equipment.id(), from, to);
        List<Stretch> unobserved = product.isEmpty()
                ? List.of(new Stretch(from, to))
                : product.getFirst().unobserved();
        Story story = new Story(from, to, zone, locale, equipment.lowest(), equipment.highest(), product, air,
                unobserved,
                excursions.stream()
                        .filter(fact -> fact.cause().isOfTemperature())
                        .map(fact -> new Story.Excursion(new Stretch(fact.since(), fact.endedAt().orElse(to)),
                                fact.possible()))
                        .toList(),
                openings.stream().map(Opening::stretch).toList(), faults.stream().sorted().toList());
        return new EquipmentPage(equipment, days, story, excursions, openings.reversed(),
                alarms.of(sql, equipment.id(), from));
    }

    private static Trace readings(Sql sql, ProbeNow probe, Instant from, Instant to, List<Instant> faults) {
        Trace trace = new Trace(from, to, COLUMNS, probe.longestGap());
        sql.each(READINGS, row -> {
            Instant at = row.instant("measured_at");
            row.numberIfAny("milli_celsius").ifPresentOrElse(temperature -> trace.add(at, temperature),
                    () -> faults.add(at));
        }, probe.id(), from, to);
        return trace;
    }

    private static Trace hours(Sql sql, ProbeNow probe, Instant from, Instant to) {
        Duration longest = probe.longestGap();
        Trace trace = new Trace(from, to, COLUMNS,
                longest.compareTo(SHORTEST_GAP_OF_HOURS) > 0 ? longest : SHORTEST_GAP_OF_HOURS);
        sql.each(HOURS, row -> {
            trace.add(row.instant("middle"), row.number("min_milli_celsius"));
            trace.add(row.instant("middle"), row.number("max_milli_celsius"));
        }, probe.id(), from, to);
        return trace;
    }

    /** An opening whose beginning lies before the stretch is not known, one that has no end goes on. */
    private static List<Opening> openings(Sql sql, int equipment, Instant from, Instant to) {
        List<Opening> openings = new ArrayList<>();
        Map<String, Instant> open = new HashMap<>();
        sql.each(DOORS, row -> {
            String door = row.text("subject");
            Instant at = row.instant("happened_at");
            if (row.flag("became")) {
                open.putIfAbsent(door, at);
            } else if (open.containsKey(door)) {
                openings.add(new Opening(door, new Stretch(open.remove(door), at), true));
            }
        }, equipment, from, to);
        open.forEach((door, since) -> openings.add(new Opening(door, new Stretch(since, to), false)));
        return openings;
    }
}
