package org.gardefroid.edge.box;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.vaccines.custody.BoxEvents;
import org.gardefroid.vaccines.custody.PlaceId;

/**
 * An event as it stands on the card.
 *
 * @param place among all that was sealed
 */
record SealedEvent(BatchClock clock, JournalRecord record, long place) {

    private static final Comparator<SealedEvent> AS_SEALED = Comparator.comparingLong(SealedEvent::place);

    private static final Comparator<SealedEvent> AS_DATED = Comparator
            .comparing((SealedEvent each) -> each.at().orElseThrow()).thenComparing(AS_SEALED);

    Optional<Instant> at() {
        return clock.date(record.monotonicMillis());
    }

    Event event() {
        return (Event) record.observation();
    }

    /** What the same boot recorded before it knew the time has one now. */
    SealedEvent dated(BatchClock known) {
        return at().isEmpty() && clock.boot().equals(known.boot()) ? new SealedEvent(known, record, place) : this;
    }

    /** In the order of time, as far as all of them have one. */
    static List<BoxEvents.Told> told(Collection<SealedEvent> events, PlaceId box) {
        boolean allDated = events.stream().allMatch(each -> each.at().isPresent());
        List<BoxEvents.Told> told = new ArrayList<>();
        events.stream().sorted(allDated ? AS_DATED : AS_SEALED)
                .forEach(each -> told.add(new BoxEvents.Told(each.at(), told.size(), box, each.event())));
        return told;
    }
}
