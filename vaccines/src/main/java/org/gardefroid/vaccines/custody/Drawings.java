package org.gardefroid.vaccines.custody;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.VialId;

/** Which syringe was filled from which vial, as boxes have told it. */
public final class Drawings {

    private final Map<VialId, Set<VialId>> beside = new HashMap<>();

    public void take(Event event) {
        if (event instanceof Event.VialHandled drawing && drawing.drawnFrom().isPresent()) {
            VialId vial = drawing.drawnFrom().get();
            beside.computeIfAbsent(drawing.vial(), _ -> new TreeSet<>()).add(vial);
            beside.computeIfAbsent(vial, _ -> new TreeSet<>()).add(drawing.vial());
        }
    }

    /** A vial and all its syringes, whichever of them is asked for: they are judged by what is told of any of them. */
    public NavigableSet<VialId> with(VialId goods) {
        NavigableSet<VialId> all = new TreeSet<>(Set.of(goods));
        Deque<VialId> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            beside.getOrDefault(open.remove(), Set.of()).stream().filter(all::add).forEach(open::add);
        }
        return all;
    }
}
