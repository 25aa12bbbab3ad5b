package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.custody.Happening.Decision;

/**
 * How doses of a lot came into an equipment: what its box needs to judge them and cannot know of itself.
 *
 * @param doses that are there
 * @param thawings when they were thawed, after they had come
 * @param stays the last in that equipment
 * @param until when they left it, if they have
 * @param condemned if a pharmacist has signed that it is to be destroyed, and nobody has released it since
 */
public record LotWay(
        ContainerId lot, Label label, Arrival arrival, int doses, List<Instant> thawings, List<Stay> stays,
        Optional<Instant> until, Optional<Condemned> condemned) {

    /** Who signed it, and when. */
    public record Condemned(Instant at, String by) {}

    /** @param seen there, apart from each other; what is between them was not observed. None of the box's own equipment */
    public record Stay(PlaceId equipment, Instant since, List<Run> seen) {
        public Stay {
            seen = List.copyOf(seen);
        }
    }

    public LotWay {
        thawings = List.copyOf(thawings);
        stays = List.copyOf(stays);
        if (stays.isEmpty()) {
            throw new IllegalArgumentException("a lot came from somewhere: " + lot);
        }
    }

    /**
     * What the service knows.
     *
     * @param way the events of one lot's coming
     * @param judged by them: what was seen elsewhere is taken from it
     * @param thresholds of the profiles, between which what was seen is told as one
     */
    public static LotWay of(
            List<CustodyEvent> way, int doses, Optional<Instant> until, Judgement judged, Thresholds thresholds) {
        List<Stay> stays = new ArrayList<>();
        List<Instant> thawings = new ArrayList<>();
        Label label = Label.NONE;
        Arrival arrival = Arrival.UNSAID;
        Optional<Condemned> condemned = Optional.empty();
        for (CustodyEvent event : way) {
            switch (event.what()) {
                case Happening.Placed(var lot, var equipment, var said, var brought) -> {
                    label = said;
                    arrival = brought;
                    stays.add(new Stay(equipment, event.at().orElseThrow(), List.of()));
                }
                case Happening.WentTo(var lot, var said, Place.Inside(PlaceId equipment)) ->
                    stays.add(new Stay(equipment, event.at().orElseThrow(), List.of()));
                case Happening.Began(var lot, var said, VialStep step) when step == VialStep.THAWED ->
                    thawings.add(event.at().orElseThrow());
                case Happening.Decided(var lot, var said, Decision decision, var reason) ->
                    condemned = decision == Decision.DESTROY
                            ? Optional.of(new Condemned(event.at().orElseThrow(), event.by().orElse("-")))
                            : Optional.empty();
                default -> { // what else was done with it the box need not know
                }
            }
        }
        PlaceId here = stays.getLast().equipment();
        List<Stay> seen = new ArrayList<>();
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            Instant end = i + 1 < stays.size() ? stays.get(i + 1).since() : Instant.MAX;
            seen.add(stay.equipment().equals(here)
                    ? stay
                    : new Stay(stay.equipment(), stay.since(), seen(stay, end, judged.segments(), thresholds)));
        }
        return new LotWay(judged.container(), label, arrival, doses, thawings, seen, until, condemned);
    }

    private static List<Run> seen(Stay stay, Instant end, List<Segment> segments, Thresholds thresholds) {
        List<Run> runs = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.seen().isPresent() && !segment.from().isBefore(stay.since()) && segment.from().isBefore(end)) {
                Run next = new Run(stay.equipment(), segment.from(), segment.to(), segment.seen().get(),
                        segment.ageing());
                boolean goesOn = !runs.isEmpty() && runs.getLast().to().equals(next.from())
                        && thresholds.areOne(runs.getLast().seen(), next.seen());
                runs.add(goesOn ? together(runs.removeLast(), next) : next);
            }
        }
        return runs;
    }

    private static Run together(Run one, Run next) {
        double first = Duration.between(one.from(), one.to()).toMillis();
        double second = Duration.between(next.from(), next.to()).toMillis();
        double ageing = first + second == 0
                ? next.ageing()
                : (one.ageing() * first + next.ageing() * second) / (first + second);
        return new Run(one.where(), one.from(), next.to(), one.seen().and(next.seen()), ageing);
    }

    /** In the words of custody. */
    public List<CustodyEvent> events() {
        List<CustodyEvent> events = new ArrayList<>();
        for (Stay stay : stays) {
            events.add(new CustodyEvent(Optional.empty(), Optional.of(stay.since()), events.size(), Optional.empty(),
                    events.isEmpty()
                            ? new Happening.Placed(lot, stay.equipment(), label, arrival)
                            : new Happening.WentTo(lot, Label.NONE, new Place.Inside(stay.equipment()))));
        }
        for (Instant at : thawings) {
            events.add(new CustodyEvent(Optional.empty(), Optional.of(at), events.size(), Optional.empty(),
                    new Happening.Began(lot, Label.NONE, VialStep.THAWED)));
        }
        condemned.ifPresent(signed -> events.add(new CustodyEvent(Optional.empty(), Optional.of(signed.at()),
                events.size(), Optional.of(signed.by()), new Happening.Decided(lot, Decision.DESTROY, ""))));
        return events;
    }

    /** Its label alone: of a vial that was opened where nobody had put the lot. */
    public List<CustodyEvent> labelled(Instant at) {
        return List.of(new CustodyEvent(Optional.empty(), Optional.of(at), 0, Optional.empty(),
                new Happening.Labelled(lot, label)));
    }

    /** Where it is, and since when. */
    public Stay here() {
        return stays.getLast();
    }

    /** Whether it was there then. */
    public boolean isAt(PlaceId equipment, Instant when) {
        return until.filter(end -> !end.isAfter(when)).isEmpty() && stays.stream()
                .filter(stay -> !stay.since().isAfter(when)).reduce((_, later) -> later)
                .filter(stay -> stay.equipment().equals(equipment)).isPresent();
    }

    /** {@code own}, and what was seen elsewhere. */
    public Surroundings surroundings(Surroundings own) {
        Map<String, List<Run>> elsewhere = new HashMap<>();
        for (Stay stay : stays) {
            if (!stay.equipment().equals(here().equipment())) {
                elsewhere.computeIfAbsent(stay.equipment().name(), any -> new ArrayList<>()).addAll(stay.seen());
            }
        }
        return new Surroundings() {
            @Override
            public List<Hung> probes(String equipment) {
                return elsewhere.containsKey(equipment) ? List.of() : own.probes(equipment);
            }

            @Override
            public Map<PlaceId, Folded> readings(String equipment) {
                return elsewhere.containsKey(equipment)
                        // What was held until the next reading is in its run already.
                        ? Map.of(new PlaceId(equipment), new Folded(elsewhere.get(equipment), Duration.ZERO))
                        : own.readings(equipment);
            }
        };
    }
}
