package org.gardefroid.edge.box;

import java.util.HashMap;
import java.util.Map;
import org.gardefroid.telemetry.VialId;

/** Numbers vials from 1 in the order in which they are met; what was numbered once keeps its number for ever. */
public interface VialNumbers {

    int of(VialId vial);

    /** All that have a number, those of whom nothing else is known any more too. */
    default Map<VialId, Integer> known() {
        return Map.of();
    }

    /** Numbers that last as long as this object. */
    static VialNumbers inMemory() {
        Map<VialId, Integer> numbers = new HashMap<>();
        return vial -> numbers.computeIfAbsent(vial, _ -> numbers.size() + 1);
    }
}
