package org.gardefroid.edge.box;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.VialId;

/**
 * The dose clocks of the vials that were handled at this box.
 *
 * <p>What was done while the time was not known is dated as soon as a batch of the same boot has a date; until then its vial
 * says so.
 */
final class OpenedVials {

    private final Map<VialId, OpenedVial> vials = new TreeMap<>();
    private final List<Undated> undated = new ArrayList<>();
    private ProfilesInForce profiles = new ProfilesInForce(List.of());

    private final VialNumbers numbers;

    OpenedVials(VialNumbers numbers) {
        this.numbers = numbers;
    }

    private record Undated(BatchClock clock, JournalRecord record, VialHandled event) {}

    /** The same vials, judged by what holds now. */
    void adopt(ProfilesInForce inForce) {
        profiles = inForce;
        vials.values().forEach(vial -> vial.adopt(inForce));
    }

    /** A batch is on the card. */
    void sealed(Batch batch) {
        if (batch.clock().wall().isPresent()) {
            dateWhatWasNot(batch.clock());
        }
        for (JournalRecord record : batch.records()) {
            switch (record.observation()) {
                case VialHandled event -> handle(batch.clock(), record, event);
                case Event.VialMoved event -> tell(event.vial(), event);
                case Event.VialOfLot event -> tell(event.vial(), event);
                case Event.DosesLeft event -> tell(event.vial(), event);
                case Observation _ -> {
                }
            }
        }
        long latest = batch.records().stream().mapToLong(JournalRecord::monotonicMillis).max().orElseThrow();
        batch.clock().date(latest).ifPresentOrElse(now -> vials.values().forEach(vial -> vial.tick(now)),
                () -> vials.values().forEach(OpenedVial::loseTime));
    }

    private void handle(BatchClock clock, JournalRecord record, VialHandled event) {
        OpenedVial vial = vials.computeIfAbsent(event.vial(),
                id -> new OpenedVial(numbers.of(id), id, event.product(), profiles));
        clock.date(record.monotonicMillis()).ifPresentOrElse(at -> vial.handled(at, event), () -> {
            undated.add(new Undated(clock, record, event));
            vial.handledUndated(event);
        });
    }

    private void tell(VialId id, Event event) {
        OpenedVial vial = vials.get(id);
        if (vial != null) {
            vial.told(event);
        }
    }

    private void dateWhatWasNot(BatchClock clock) {
        List<Undated> ofThisBoot = undated.stream().filter(each -> each.clock().boot().equals(clock.boot())).toList();
        undated.removeAll(ofThisBoot);
        for (Undated each : ofThisBoot) {
            Instant at = clock.date(each.record().monotonicMillis()).orElseThrow();
            OpenedVial vial = vials.get(each.event().vial());
            if (vial != null) {
                vial.dated(at, each.event());
            }
        }
    }

    /** In the order of their numbers. */
    List<Dose> doses() {
        return vials.values().stream().map(OpenedVial::dose).sorted(Comparator.comparingInt(Dose::number)).toList();
    }

    /** In the order of their names. */
    Collection<OpenedVial> all() {
        return vials.values();
    }
}
