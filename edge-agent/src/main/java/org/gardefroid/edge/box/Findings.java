package org.gardefroid.edge.box;

import java.util.List;
import org.gardefroid.alerting.Fact;

/**
 * What judging the journal has come to.
 *
 * @param light as of the last batch
 * @param judgedMillis when the last record was made that is judged, monotonic; negative before the first
 * @param timeKnown whether that batch had a date
 * @param rulesKnown whether there is a brief whose rules this agent knows
 * @param ongoing what goes on
 * @param doses in the order of their numbers, those that are finished too
 * @param lots whose unopened doses are here
 */
public record Findings(
        Light light,
        long judgedMillis,
        boolean timeKnown,
        boolean rulesKnown,
        List<Fact> ongoing,
        List<Dose> doses,
        List<PlacedLot> lots) {

    public static final Findings NONE = new Findings(Light.UNWATCHED, -1, true, false, List.of(), List.of(), List.of());

    public Findings {
        ongoing = List.copyOf(ongoing);
        doses = List.copyOf(doses);
        lots = List.copyOf(lots);
    }
}
