package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.CumulativeSpan;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Judge;
import org.gardefroid.alerting.Outcome;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.SettingsHistory;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Timeline;
import org.gardefroid.alerting.WatchedProbe;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One equipment of the brief, and how far it is judged. */
final class WatchedEquipment {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedEquipment.class);

    private final Brief.Equipment settings;
    private final EquipmentId id;
    private final Duration longestGap;
    private final Judge judge;
    private final Judge undatedJudge;
    private final Set<Object> parts = new HashSet<>();

    /** As of the last record that has a date. */
    private Standing dated;

    /** The same, and what was recorded since without one. */
    private Standing now;

    /** How far it is judged, and what goes on. */
    private record Standing(Timeline timeline, Map<FactId, Fact> ongoing) {

        static Standing initial(EquipmentId id) {
            return new Standing(Timeline.initial(id), Map.of());
        }

        Standing after(Outcome.Judged judged) {
            Map<FactId, Fact> goesOn = new LinkedHashMap<>(ongoing);
            judged.facts().forEach(fact -> {
                if (fact.isOngoing()) {
                    goesOn.put(fact.id(), fact);
                } else {
                    goesOn.remove(fact.id());
                }
            });
            return new Standing(judged.timeline(), goesOn);
        }
    }

    private WatchedEquipment(Brief.Equipment equipment, Preset preset) {
        this.settings = equipment;
        this.id = equipment.id();
        EquipmentSettings usual = preset.settings(id, equipment.probes().stream()
                .map(probe -> new WatchedProbe(probe.id(), probe.purpose())).toList());
        this.longestGap = equipment.longestGap().orElse(usual.longestGap());
        List<Rule> rules = rules(equipment).orElse(usual.rules());
        this.judge = judge(usual, rules);
        this.undatedJudge = judge(usual, rules.stream().map(WatchedEquipment::withoutDays).toList());
        equipment.probes().forEach(probe -> parts.add(probe.id()));
        parts.addAll(equipment.doors());
        this.dated = Standing.initial(id);
        this.now = dated;
    }

    private Judge judge(EquipmentSettings usual, List<Rule> rules) {
        return new Judge(SettingsHistory.of(new EquipmentSettings(id, usual.probes(), longestGap, rules)));
    }

    /** Nobody knows when a day without a date ends: what is added up goes on, and the mistake to make is the warning. */
    private static Rule withoutDays(Rule rule) {
        return rule instanceof CumulativeRule sum && sum.span() instanceof CumulativeSpan.Day
                ? new CumulativeRule(sum.name(), sum.severity(), sum.bound(), sum.limit(), new CumulativeSpan.Life())
                : rule;
    }

    /** Those of the brief. A newer service may write some that are not known here: then the preset's hold. */
    private static Optional<List<Rule>> rules(Brief.Equipment equipment) {
        try {
            return equipment.rules().map(EquipmentSettingsCodec::decodeRules);
        } catch (IllegalArgumentException e) {
            LOG.error("rules unreadable, the preset's hold equipment={} preset={} because={}", equipment.id(),
                    equipment.preset(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Nothing, where the brief names rules that this agent does not know: another may be newer. */
    static Optional<WatchedEquipment> of(Brief.Equipment equipment) {
        return Preset.named(equipment.preset()).map(preset -> new WatchedEquipment(equipment, preset));
    }

    /** Another brief that says the same of it changes nothing: what goes on goes on. */
    boolean isJudgedBy(Brief.Equipment equipment) {
        return settings.equals(equipment);
    }

    /** What goes on now. */
    List<Fact> ongoing() {
        return List.copyOf(now.ongoing().values());
    }

    EquipmentId id() {
        return id;
    }

    Duration longestGap() {
        return longestGap;
    }

    Instant judgedUpTo() {
        return now.timeline().judgedUpTo();
    }

    /** Up to here by records that have dates. */
    Instant datedUpTo() {
        return dated.timeline().judgedUpTo();
    }

    /** @param records with their dates; what was counted without one since the last that had is forgotten. @return what is new */
    List<Fact> judge(List<DatedRecord> records) {
        Step step = step(judge, dated, records);
        dated = step.after();
        now = dated;
        return step.found();
    }

    /** @param records with the instants that the box counts while it does not know the time. @return what is new */
    List<Fact> judgeUndated(List<DatedRecord> records) {
        Step step = step(undatedJudge, now, records);
        now = step.after();
        return step.found();
    }

    private record Step(Standing after, List<Fact> found) {}

    private Step step(Judge by, Standing before, List<DatedRecord> records) {
        List<DatedRecord> ours = records.stream().filter(this::concerns).toList();
        return switch (by.judge(before.timeline(), ours)) {
            case Outcome.Judged judged -> new Step(before.after(judged), judged.facts());
            // The clock was set back. The service rewinds; the box has no need of its past, and begins anew.
            case Outcome.Late _ -> {
                Standing anew = Standing.initial(id);
                yield by.judge(anew.timeline(), ours) instanceof Outcome.Judged judged
                        ? new Step(anew.after(judged), judged.facts())
                        : new Step(anew, List.of());
            }
        };
    }

    Light light() {
        Light worst = Light.GOOD;
        for (Fact fact : ongoing()) {
            Light light = light(fact.severity());
            worst = light.compareTo(worst) > 0 ? light : worst;
        }
        return worst;
    }

    private static Light light(Severity severity) {
        return switch (severity) {
            case NOTE -> Light.GOOD;
            case WARNING -> Light.LOOK;
            case CRITICAL -> Light.ACT;
        };
    }

    private boolean concerns(DatedRecord record) {
        return switch (record) {
            case Reading reading -> parts.contains(reading.probe());
            case Occurrence(var _, Event.DoorMoved moved) -> parts.contains(moved.door());
            // They are the device's own, and so of all that it watches, as the service takes them.
            case Occurrence(var _, Event.PowerChanged _),Occurrence(var _, Event.VialsTurned _),Occurrence(var _, Event.VialsStruck _),Occurrence(var _, Event.BatteryLevel _) ->
                true;
            case Occurrence _ -> false;
        };
    }
}
