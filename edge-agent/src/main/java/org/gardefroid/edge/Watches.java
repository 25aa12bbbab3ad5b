package org.gardefroid.edge;

import java.time.Duration;
import java.util.Optional;
import org.gardefroid.edge.configuration.ProbeDriver;
import org.gardefroid.edge.sampling.Watch;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;

/** How each probe is watched: by the brief, or, until there is one or where it is silent, as vaccines usually are. */
final class Watches {

    private static final Temperature USUAL_LOWEST = new Temperature(2_000);
    private static final Temperature USUAL_HIGHEST = new Temperature(8_000);

    private Watches() {}

    /** @param usually how often a reading becomes a record; zero, each one, is not the brief's to change */
    static Watch of(ProbeId probe, ProbeDriver driver, Optional<Brief> brief, Duration usually) {
        Duration every = usually.isZero() ? usually : brief.map(Brief::recordInterval).orElse(usually);
        return brief.stream().flatMap(known -> known.equipments().stream())
                .flatMap(equipment -> equipment.probes().stream().filter(placed -> placed.id().equals(probe))
                        .map(placed -> new Watch(placed.purpose(), every, equipment.lowest(), equipment.highest())))
                .findFirst().orElseGet(() -> new Watch(driver.purpose(), every, USUAL_LOWEST, USUAL_HIGHEST));
    }
}
