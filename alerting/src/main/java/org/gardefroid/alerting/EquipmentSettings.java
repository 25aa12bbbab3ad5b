package org.gardefroid.alerting;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;

/**
 * How an equipment is watched. Every number in it may be edited; a {@link Preset} is only where it began.
 *
 * @param longestGap two temperatures of a probe farther apart than this leave a stretch between them unobserved
 * @param rules in the order in which they are shown; the rules of temperature judge product probes only
 */
public record EquipmentSettings(
        EquipmentId equipment, List<WatchedProbe> probes, Duration longestGap, List<Rule> rules) {

    public EquipmentSettings {
        probes = List.copyOf(probes);
        rules = List.copyOf(rules);
        if (longestGap.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(equipment + ": longestGap must be positive: " + longestGap);
        }
        Set<ProbeId> hung = new HashSet<>();
        for (WatchedProbe watched : probes) {
            if (!hung.add(watched.probe())) {
                throw new IllegalArgumentException(equipment + ": probe is named twice: " + watched.probe());
            }
        }
        Set<RuleName> named = new HashSet<>(Set.of(Unobserved.RULE));
        for (Rule rule : rules) {
            if (!named.add(rule.name())) {
                throw new IllegalArgumentException(equipment + ": rule is named twice: " + rule.name());
            }
        }
    }

    Set<ProbeId> productProbes() {
        return probes.stream()
                .filter(watched -> watched.purpose() == ProbePurpose.PRODUCT)
                .map(WatchedProbe::probe)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rules of one kind, in their order. */
    <R extends Rule> List<R> rules(Class<R> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
