package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Handling;

/**
 * A thawing that was noted some minutes before or after the goods left their freezer: one act, noted by hand in two
 * entries, whichever came first.
 *
 * @param clocks the steps as its time counts: a thawing from the earlier of its note and its leaving the freezer
 * @param states the steps as it is judged by: it is a thawed one from when it left the freezer
 */
record Thawing(List<Handling> clocks, List<Handling> states) {

    /**
     * So far apart the note and the leaving may be. Half of the shortest thawing that a leaflet tells of (30 minutes at
     * room temperature): within it nothing was thawed, frozen again and taken for what it was before.
     */
    static final Duration ONE_ACT = Duration.ofMinutes(15);

    private static final Temperature ZERO = new Temperature(0);

    /** @param end up to when it is judged */
    static Thawing of(List<Handling> steps, List<Segment> segments, Instant end) {
        List<Handling> clocks = new ArrayList<>();
        List<Handling> states = new ArrayList<>();
        for (Handling step : steps) {
            if (step.step() == VialStep.THAWED) {
                Instant left = left(step.at(), segments, end);
                clocks.add(new Handling(left.isBefore(step.at()) ? left : step.at(), VialStep.THAWED));
                if (!left.isAfter(end)) {
                    states.add(new Handling(left, VialStep.THAWED));
                }
            } else {
                clocks.add(step);
                states.add(step);
            }
        }
        return new Thawing(clocks.stream().sorted().toList(), states.stream().sorted().toList());
    }

    /** When it left the freezer by the thawing that was noted then; later than {@code end} while it was not seen out of it. */
    private static Instant left(Instant noted, List<Segment> segments, Instant end) {
        Optional<Instant> warm = segments.stream().filter(Thawing::isWarm).map(Segment::from).findFirst();
        Optional<Instant> lastCold = segments.stream().filter(Thawing::isCold)
                .filter(segment -> warm.filter(segment.from()::isAfter).isEmpty()).map(Segment::to)
                .max(Comparator.naturalOrder());
        if (warm.filter(noted::isAfter).isPresent()) { // warm first, noted then; what came warm may have thawed long before
            boolean isOneAct = Duration.between(warm.get(), noted).compareTo(ONE_ACT) <= 0;
            return isOneAct ? lastCold.orElse(noted) : noted;
        }
        Instant cold = lastCold.filter(noted::isBefore).orElse(noted); // noted first, cold until then
        boolean isOneAct = Duration.between(noted, cold).compareTo(ONE_ACT) <= 0;
        if (!isOneAct) {
            return noted;
        }
        return warm.isPresent() ? cold : end.plusNanos(1);
    }

    private static boolean isWarm(Segment segment) {
        return segment.seen().filter(seen -> seen.warmest().isAbove(ZERO)).isPresent();
    }

    private static boolean isCold(Segment segment) {
        return segment.seen().filter(seen -> !seen.warmest().isAbove(ZERO)).isPresent();
    }
}
