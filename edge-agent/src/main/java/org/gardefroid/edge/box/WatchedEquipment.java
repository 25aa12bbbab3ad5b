package org.gardefroid.edge.box;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Judge judge;
    private final Set<Object> parts = new HashSet<>();
    private final Map<FactId, Fact> ongoing = new LinkedHashMap<>();
    private Timeline timeline;

    private WatchedEquipment(Brief.Equipment equipment, Preset preset) {
        this.settings = equipment;
        this.id = equipment.id();
        EquipmentSettings usual = preset.settings(id, equipment.probes().stream()
                .map(probe -> new WatchedProbe(probe.id(), probe.purpose())).toList());
        this.judge = new Judge(SettingsHistory.of(new EquipmentSettings(id, usual.probes(),
                equipment.longestGap().orElse(usual.longestGap()), rules(equipment).orElse(usual.rules()))));
        equipment.probes().forEach(probe -> parts.add(probe.id()));
        parts.addAll(equipment.doors());
        this.timeline = Timeline.initial(id);
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
        return List.copyOf(ongoing.values());
    }

    EquipmentId id() {
        return id;
    }

    /** What is new. */
    List<Fact> judge(List<DatedRecord> records) {
        List<DatedRecord> ours = records.stream().filter(this::concerns).toList();
        List<Fact> facts = switch (judge.judge(timeline, ours)) {
            case Outcome.Judged(Timeline after, List<Fact> found) -> {
                timeline = after;
                yield found;
            }
            // The clock was set back. The service rewinds; the box has no need of its past, and begins anew.
            case Outcome.Late _ -> {
                timeline = Timeline.initial(id);
                ongoing.clear();
                yield judge.judge(timeline, ours) instanceof Outcome.Judged(Timeline after, List<Fact> found)
                        ? begunAnew(after, found)
                        : List.of();
            }
        };
        facts.forEach(this::keep);
        return facts;
    }

    private List<Fact> begunAnew(Timeline after, List<Fact> found) {
        timeline = after;
        return found;
    }

    private void keep(Fact fact) {
        if (fact.isOngoing()) {
            ongoing.put(fact.id(), fact);
        } else {
            ongoing.remove(fact.id());
        }
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
