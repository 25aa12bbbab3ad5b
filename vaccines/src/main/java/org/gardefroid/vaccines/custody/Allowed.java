package org.gardefroid.vaccines.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.vaccines.Budget;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.TemperatureBand;

/**
 * The temperatures that a profile allows a container in some condition.
 *
 * @param kept where it is to be kept
 * @param besides where it may be for a time
 */
record Allowed(List<TemperatureBand> kept, List<TemperatureBand> besides) {

    static Allowed in(ProductProfile profile, Condition condition) {
        Optional<InUse.Lasts> inForce = condition.inForce(profile);
        return new Allowed(inForce.map(lasts -> List.of(lasts.band())).orElseGet(() -> storage(profile)),
                profile.storage().budgets().stream().filter(budget -> allows(budget, condition)).map(Budget::band)
                        .toList());
    }

    /** Before its record begins: it is not known at what time of its life it was where. */
    static Allowed before(ProductProfile profile, Condition condition) {
        List<TemperatureBand> kept = new ArrayList<>(storage(profile));
        condition.inForce(profile).ifPresent(lasts -> kept.add(lasts.band()));
        return new Allowed(List.copyOf(kept), profile.storage().budgets().stream()
                .filter(budget -> budget.counts().whenOpened(false)).map(Budget::band).toList());
    }

    private static List<TemperatureBand> storage(ProductProfile profile) {
        return Stream.concat(profile.storage().frozen().stream(), profile.storage().refrigerated().stream()).toList();
    }

    /**
     * Once it is opened, a budget of all its life is a limit to what the band of its step allows, and allows nothing beside it;
     * one of the opened does.
     */
    private static boolean allows(Budget budget, Condition condition) {
        return condition.isOpened() ? budget.counts() == Budget.Counts.OPENED : budget.counts().whenOpened(false);
    }

    boolean contains(int milliCelsius) {
        return covers(milliCelsius, milliCelsius);
    }

    /** Whether every temperature that it may have been is allowed, those between two bands too. */
    boolean covers(Span seen) {
        return covers(seen.coldest().milliCelsius(), seen.warmest().milliCelsius());
    }

    private boolean covers(int coldest, int warmest) {
        int next = coldest;
        while (next <= warmest) {
            int from = next;
            int reached = Stream.concat(kept.stream(), besides.stream())
                    .filter(band -> band.lowest().milliCelsius() <= from)
                    .mapToInt(band -> band.highest().milliCelsius()).max().orElse(Integer.MIN_VALUE);
            if (reached < next) {
                return false;
            }
            next = reached + 1;
        }
        return true;
    }

    /** As it is told in a judgement's figures. */
    @Override
    public String toString() {
        return kept.stream()
                .map(band -> Figures.celsius(band.lowest()) + "…" + Figures.celsius(band.highest()) + " °C")
                .reduce((one, other) -> one + ", " + other).orElse("-");
    }
}
