package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.Preset;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Run;
import org.gardefroid.vaccines.custody.Surroundings;
import org.gardefroid.vaccines.custody.Thresholds;

/** The equipments of the brief, and what their probes have read. */
final class BoxPlaces implements Surroundings {

    private final KeptRuns kept;
    private final Map<ProbeId, ProbeLog> logs = new HashMap<>();
    private final Map<ProbeId, List<Run>> told = new HashMap<>();
    private List<Brief.Equipment> equipments = List.of();
    private Thresholds thresholds = Thresholds.of(List.of());

    BoxPlaces(KeptRuns kept) {
        this.kept = kept;
    }

    void adopt(List<Brief.Equipment> named, List<ProductProfile> profiles) {
        Thresholds now = Thresholds.of(profiles);
        if (!named.equals(equipments) || !now.equals(thresholds)) {
            equipments = List.copyOf(named);
            thresholds = now;
            logs.forEach((probe, log) -> log.fold(longestGap(probe), thresholds));
        }
    }

    /** @return whether something else is so than was, more than that it goes on */
    boolean read(ProbeId probe, Instant at, Temperature temperature) {
        if (isOfAir(probe)) {
            return false;
        }
        ProbeLog log = logs.computeIfAbsent(probe,
                id -> new ProbeLog(new PlaceId(id.value()), longestGap(id), thresholds, kept.of(id)));
        int before = log.runs().size();
        boolean isLater = log.add(at, temperature);
        List<Run> runs = log.runs();
        if (isLater && runs.size() == before) {
            return false;
        }
        keep(probe, runs.subList(0, Math.max(0, runs.size() - 1)));
        return true;
    }

    /** All but the last are done. */
    private void keep(ProbeId probe, List<Run> done) {
        List<Run> before = told.getOrDefault(probe, kept.of(probe));
        int same = 0;
        while (same < done.size() && same < before.size() && done.get(same).equals(before.get(same))) {
            same++;
        }
        done.subList(same, done.size()).forEach(run -> kept.keep(probe, run));
        told.put(probe, List.copyOf(done));
    }

    private boolean isOfAir(ProbeId probe) {
        return equipments.stream().flatMap(equipment -> equipment.probes().stream())
                .anyMatch(placed -> placed.id().equals(probe) && placed.purpose() == ProbePurpose.AIR);
    }

    private Duration longestGap(ProbeId probe) {
        return equipments.stream().filter(equipment -> equipment.probes().stream().anyMatch(
                placed -> placed.id().equals(probe))).map(BoxPlaces::longestGap).findFirst()
                .orElse(Preset.COOL_BOX_2_8.longestGap());
    }

    private static Duration longestGap(Brief.Equipment equipment) {
        return equipment.longestGap()
                .orElseGet(() -> Preset.named(equipment.preset()).orElse(Preset.FRIDGE_2_8).longestGap());
    }

    /** Where the vials are that are handled here: in the first equipment. */
    PlaceId ofVials() {
        return equipments.stream().findFirst().map(equipment -> new PlaceId(equipment.id().value()))
                .orElse(new PlaceId("box"));
    }

    private Optional<Brief.Equipment> named(String name) {
        return equipments.stream().filter(equipment -> equipment.id().value().equals(name)).findFirst();
    }

    @Override
    public List<Hung> probes(String equipment) {
        return named(equipment).stream().flatMap(known -> known.probes().stream())
                .map(probe -> new Hung(new PlaceId(probe.id().value()), probe.purpose(),
                        probe.since().orElse(Instant.EPOCH), Instant.MAX))
                .toList();
    }

    @Override
    public Map<PlaceId, Folded> readings(String equipment) {
        Map<PlaceId, Folded> readings = new HashMap<>();
        named(equipment).ifPresent(known -> known.probes().stream()
                .filter(probe -> probe.purpose().tellsOfGoods())
                .forEach(probe -> Optional.ofNullable(logs.get(probe.id())).ifPresent(log -> readings
                        .put(new PlaceId(probe.id().value()), new Folded(log.runs(), longestGap(known))))));
        return readings;
    }
}
