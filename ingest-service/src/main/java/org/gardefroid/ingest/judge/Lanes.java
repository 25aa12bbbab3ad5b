package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lanes of all equipments, found by number: once for each reading, so that nothing is boxed. */
final class Lanes {

    private @Nullable Lane[] byEquipment = new @Nullable Lane[0];
    private final List<Lane> all = new ArrayList<>();

    @Nullable
    Lane of(int equipment) {
        return equipment >= 0 && equipment < byEquipment.length ? byEquipment[equipment] : null;
    }

    List<Lane> all() {
        return all;
    }

    /**
     * Follows what is watched now.
     *
     * @param unjudgedSince of devices that have unjudged batches, since when
     */
    void watch(WatchList watchList, Map<Integer, Instant> unjudgedSince, Instant now) {
        int greatest = watchList.equipments().keySet().stream().max(Comparator.naturalOrder()).orElse(0);
        if (greatest >= byEquipment.length) {
            byEquipment = Arrays.copyOf(byEquipment, greatest + 1);
        }
        for (Watched watched : watchList.equipments().values()) {
            Lane lane = byEquipment[watched.id()];
            if (lane != null) {
                lane.watch(watched, now);
                continue;
            }
            Instant from = watched.devices().stream().map(device -> unjudgedSince.getOrDefault(device, Instant.MAX))
                    .min(Comparator.naturalOrder()).orElse(Instant.MAX);
            Lane begun = new Lane(watched, from, now);
            byEquipment[watched.id()] = begun;
            all.add(begun);
        }
    }
}
