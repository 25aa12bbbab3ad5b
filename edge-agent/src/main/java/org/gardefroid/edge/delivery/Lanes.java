package org.gardefroid.edge.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.jspecify.annotations.Nullable;

/**
 * The journals that there are, oldest first, and which of their batches is to go next: what is urgent, then what is live,
 * then the backlog from its oldest on.
 *
 * <p>Live is what was sealed since it was last known that all went well; everything else that is not urgent is backlog.
 */
final class Lanes {

    private final DeviceId device;
    private final Flights flights;
    private final Map<JournalId, Lane> lanes = new LinkedHashMap<>();
    private @Nullable JournalId newest;
    private long liveAfter; // in the newest journal: what came later is not backlog

    /** @param flights what is in flight does not go again */
    Lanes(DeviceId device, Flights flights) {
        this.device = device;
        this.flights = flights;
    }

    /** Forgets what it knew, and takes what is on the card for the truth. */
    void reload(List<JournalState> journals) {
        lanes.clear();
        for (JournalState state : journals) {
            lanes.put(state.journal(), new Lane(state));
            newest = state.journal();
        }
        everythingIsBacklog();
    }

    void sealed(BatchId id, boolean urgent) {
        if (!id.journal().equals(newest)) {
            newest = id.journal();
            liveAfter = 0;
        }
        lanes.computeIfAbsent(id.journal(), Lane::new).sealed(id.number(), urgent);
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    List<JournalId> journals() {
        return List.copyOf(lanes.keySet());
    }

    Optional<Lane> of(JournalId journal) {
        return Optional.ofNullable(lanes.get(journal));
    }

    void everythingIsBacklog() {
        Lane lane = newest == null ? null : lanes.get(newest);
        liveAfter = lane == null ? 0 : lane.last();
    }

    boolean isBacklog(BatchId id) {
        Lane lane = lanes.get(id.journal());
        boolean urgent = lane != null && lane.urgent().contains(id.number());
        return !urgent && !(id.journal().equals(newest) && id.number() > liveAfter);
    }

    /** While it is not known what the service has: the oldest, alone, and beside it what is urgent. */
    Optional<BatchId> nextWhileUnsure() {
        return flights.hasRoomForUrgentWhileUnsure()
                ? firstUrgent().or(() -> flights.isEmpty() ? firstOfBacklog() : Optional.empty())
                : Optional.empty();
    }

    Optional<BatchId> nextWhileFlowing() {
        return flights.hasRoomForUrgent()
                ? firstUrgent().or(this::firstLive)
                        .or(() -> flights.hasRoom(true) ? firstOfBacklog() : Optional.empty())
                : Optional.empty();
    }

    private Optional<BatchId> firstUrgent() {
        return lanes.values().stream().flatMap(lane -> first(lane, lane.urgent(), 0).stream()).findFirst();
    }

    private Optional<BatchId> firstLive() {
        Lane lane = newest == null ? null : lanes.get(newest);
        return lane == null || !flights.hasRoom(false) ? Optional.empty() : first(lane, lane.toSend(), liveAfter);
    }

    private Optional<BatchId> firstOfBacklog() {
        return lanes.values().stream().flatMap(lane -> first(lane, lane.toSend(), 0).stream()).findFirst();
    }

    private Optional<BatchId> first(Lane lane, NumberSet numbers, long after) {
        for (var range : numbers.ranges()) {
            for (long number = Math.max(range.first(), after + 1); number <= range.last(); number++) {
                BatchId id = new BatchId(device, lane.journal(), number);
                if (!flights.contains(id)) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }
}
