package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.alerting.evaluation.Evaluation;
import org.gardefroid.alerting.evaluation.RuleText;
import org.gardefroid.alerting.evaluation.RuleTextException;
import org.gardefroid.ingest.console.chart.Story;
import org.gardefroid.ingest.console.chart.Stretch;
import org.gardefroid.ingest.console.chart.Trace;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.PastEquipments;
import org.gardefroid.ingest.console.store.PastEquipments.PastProbe;
import org.gardefroid.ingest.console.store.PastReadings;
import org.gardefroid.ingest.console.view.EquipmentNow;
import org.gardefroid.ingest.console.view.WhatIf;
import org.gardefroid.ingest.console.view.WhatIf.Asked;
import org.gardefroid.ingest.console.view.WhatIf.OfProbe;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.series.Series.Point;

/** Other rules over an equipment's past, as {@code gardefroid evaluate} has them over a file. Nothing is changed by it. */
@Controller("/equipment/{name}/what-if")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WhatIfController {

    private static final int COLUMNS = 480;
    private static final int USUAL_DAYS = 7;

    private final ConsoleDatabase database;
    private final EquipmentsInSight equipments;
    private final PastEquipments past;
    private final PastReadings readings;
    private final Pages pages;

    WhatIfController(ConsoleDatabase database, EquipmentsInSight equipments,
            PastEquipments past, PastReadings readings, Pages pages) {
        this.database = database;
        this.equipments = equipments;
        this.past = past;
        this.readings = readings;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> ask(Visit visit, String name, @QueryValue(defaultValue = "") String preset,
            @QueryValue(defaultValue = "") String rules, @QueryValue(defaultValue = "") String from,
            @QueryValue(defaultValue = "") String to) {
        EquipmentNow equipment = equipments.named(visit, name);
        LocalDate today = visit.words().now().atZone(visit.words().zone()).toLocalDate();
        Asked asked = new Asked(preset, rules, today.minusDays(USUAL_DAYS), today);
        try {
            asked = new Asked(preset, rules, day(visit, from, asked.from()), day(visit, to, asked.to()));
            Optional<WhatIf.Found> found = asked.isEmpty()
                    ? Optional.empty()
                    : Optional.of(find(visit, equipment, asked));
            return show(visit, HttpStatus.OK, new WhatIf(equipment, asked, found), "");
        } catch (Unanswerable e) {
            return show(visit, HttpStatus.UNPROCESSABLE_ENTITY, new WhatIf(equipment, asked, Optional.empty()),
                    String.valueOf(e.getMessage()));
        }
    }

    /** Said to the person as it is. */
    private static final class Unanswerable extends RuntimeException {
        Unanswerable(String said) {
            super(said);
        }
    }

    private WhatIf.Found find(Visit visit, EquipmentNow equipment, Asked asked) {
        List<TemperatureRule> rules = rules(visit, asked);
        long days = ChronoUnit.DAYS.between(asked.from(), asked.to());
        if (days < 0 || days >= WhatIf.MOST_DAYS) {
            throw new Unanswerable(visit.words().say("whatif.refused.days", days + 1, WhatIf.MOST_DAYS));
        }
        Instant from = asked.from().atStartOfDay(visit.words().zone()).toInstant();
        Instant end = asked.to().plusDays(1).atStartOfDay(visit.words().zone()).toInstant();
        Instant to = end.isAfter(visit.words().now()) ? visit.words().now() : end;
        List<OfProbe> probes = new ArrayList<>();
        List<Trace> traces = new ArrayList<>();
        List<Story.Excursion> excursions = new ArrayList<>();
        for (PastProbe probe : database.read(sql -> past.probes(sql, equipment.id(), from, to))) {
            List<Point> points = database
                    .read(sql -> readings.of(sql, probe.id(), equipment.id(), from, to));
            Trace trace = new Trace(from, to, COLUMNS, probe.longestGap());
            points.forEach(point -> trace.add(point.at(), point.temperature().milliCelsius()));
            traces.add(trace);
            if (!points.isEmpty()) {
                Evaluation evaluation = Evaluation.of(points, rules, probe.longestGap(),
                        new MeanKineticTemperature(MeanKineticTemperature.USP));
                probes.add(new OfProbe(probe.name(), evaluation));
                evaluation.excursions().forEach(found -> excursions.add(
                        new Story.Excursion(new Stretch(found.since(), found.endedAt().orElse(to)), false)));
            }
        }
        if (probes.isEmpty()) {
            throw new Unanswerable(visit.words().say("whatif.refused.nothing", asked.from(), asked.to()));
        }
        return new WhatIf.Found(probes, new Story(from, to, visit.words().zone(), visit.words().language().locale(),
                equipment.lowest(), equipment.highest(), traces, List.of(), traces.getFirst().unobserved(), excursions,
                List.of(), List.of()));
    }

    private static List<TemperatureRule> rules(Visit visit, Asked asked) {
        if (!asked.preset().isEmpty()) {
            return Preset.named(asked.preset())
                    .orElseThrow(() -> new Unanswerable(visit.words().say("whatif.refused.preset", asked.preset(),
                            String.join(", ", WhatIf.presets()))))
                    .in(visit.words().zone()).rules().stream().filter(TemperatureRule.class::isInstance)
                    .map(TemperatureRule.class::cast)
                    .toList();
        }
        try {
            return RuleText.parse(asked.lines(), visit.words().zone());
        } catch (RuleTextException e) {
            throw new Unanswerable(visit.words().say(
                    "whatif.refused.rule." + e.problem().name().toLowerCase(Locale.ROOT), e.rule(), e.value(),
                    RuleText.FORM));
        }
    }

    private static LocalDate day(Visit visit, String text, LocalDate usual) {
        try {
            return text.isEmpty() ? usual : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Unanswerable(visit.words().say("whatif.refused.day", text));
        }
    }

    private HttpResponse<String> show(Visit visit, HttpStatus status, WhatIf page, String problem) {
        return pages.page(status, "whatif",
                pages.layout(visit, visit.words().say("whatif.title") + " · " + page.equipment().label(visit.words())),
                Map.of("page", page, "problem", problem));
    }
}
