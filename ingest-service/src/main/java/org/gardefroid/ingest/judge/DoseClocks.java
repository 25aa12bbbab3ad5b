package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.DoseClock;
import org.gardefroid.vaccines.DoseInput;
import org.gardefroid.vaccines.DoseState;
import org.gardefroid.vaccines.DoseStatus;

/**
 * The vials of one equipment that were opened. What was done finds its place in whatever order it comes, so that nothing is
 * ever judged once more here.
 */
final class DoseClocks {

    private final Map<VialId, DoseState> states = new HashMap<>();
    private final Set<VialId> changed = new HashSet<>();

    void handle(Profiles profiles, Instant at, VialHandled event) {
        DoseState before = states.computeIfAbsent(event.vial(),
                vial -> DoseState.initial(vial, event.product(), Optional.empty()));
        states.put(event.vial(), profiles.clock(before.product())
                .step(before, new DoseInput.Handled(at, event.product(), event.step())).state());
        changed.add(event.vial());
    }

    void tick(Profiles profiles, Instant now) {
        states.replaceAll((vial, before) -> {
            DoseClock clock = profiles.clock(before.product());
            if (clock.wakeAt(before).filter(wake -> !wake.isAfter(now)).isEmpty()) {
                return before;
            }
            DoseState after = clock.step(before, new DoseInput.Tick(now)).state();
            if (!(clock.status(before) instanceof DoseStatus.Over) && clock.status(after) instanceof DoseStatus.Over) {
                changed.add(vial);
            }
            return after;
        });
    }

    Optional<Instant> wakeAt(Profiles profiles) {
        return states.values().stream().flatMap(state -> profiles.clock(state.product()).wakeAt(state).stream())
                .min(Instant::compareTo);
    }

    /** Those that are to be written. */
    Collection<DoseState> changed() {
        return changed.stream().sorted().map(states::get).toList();
    }

    boolean hasChanged() {
        return !changed.isEmpty();
    }

    void written() {
        changed.clear();
    }
}
