package org.gardefroid.edge.box;

import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.Fact;

/**
 * What judging the journal has come to.
 *
 * @param light as of the last batch
 * @param judgedMillis when the last record was made that is judged, monotonic; negative before the first
 * @param counting how time is counted, where that batch had no date: {@code ongoing} has counted dates then
 * @param rulesKnown whether there is a brief whose rules this agent knows
 * @param ongoing what goes on
 * @param doses in the order of their numbers, those that are finished too
 * @param lots whose unopened doses are here
 */
public record Findings(
        Light light,
        long judgedMillis,
        Optional<Counting> counting,
        boolean rulesKnown,
        List<Fact> ongoing,
        List<Dose> doses,
        List<PlacedLot> lots) {

    public static final Findings NONE = new Findings(Light.UNWATCHED, -1, Optional.empty(), false, List.of(), List.of(),
            List.of());

    public Findings {
        ongoing = List.copyOf(ongoing);
        doses = List.copyOf(doses);
        lots = List.copyOf(lots);
    }

    /** Whether that batch had a date. */
    boolean isTimeKnown() {
        return counting.isEmpty();
    }
}
