package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gardefroid.vaccines.custody.Arrival.Opening;
import org.gardefroid.vaccines.custody.Arrival.Spent;

/**
 * What a container and what it comes from had been through before they came. Nothing that was said once is given back by
 * what is said later: of two stories that differ the worse is taken for sure, and the other may have come on top of it.
 *
 * @param known whether somebody has said it, and nobody that it is unknown
 * @param arrived when it first came: from then on whatever is wrong with it was so
 */
record Openings(boolean known, Optional<Instant> arrived, List<Spent> spent) {

    /** An arrival and its time. */
    record Came(Instant at, Arrival arrival) {}

    /** @param came the arrivals of what it comes from first, each in order */
    static Openings of(List<Came> came) {
        // Nobody said anything of a later arrival: then it is as before. Of the first, it is not known.
        boolean known = !came.isEmpty() && came.getFirst().arrival().opening() instanceof Opening.Told
                && came.stream().noneMatch(each -> each.arrival().opening() instanceof Opening.Unknown);
        List<List<Spent>> stories = new ArrayList<>();
        for (Came each : came) {
            if (each.arrival().opening() instanceof Opening.Told(List<Spent> story) && !stories.contains(story)) {
                stories.add(story);
            }
        }
        stories.sort(Comparator.comparing(Openings::surely).reversed());
        List<Spent> spent = new ArrayList<>();
        for (List<Spent> story : stories) {
            boolean isWorst = spent.isEmpty();
            story.forEach(each -> spent.add(isWorst ? each : each.perhaps()));
        }
        return new Openings(known, came.stream().map(Came::at).min(Comparator.naturalOrder()), List.copyOf(spent));
    }

    private static Duration surely(List<Spent> story) {
        return story.stream().map(each -> each.time().least()).reduce(Duration.ZERO, Duration::plus);
    }
}
