package org.gardefroid.vaccines.custody;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.TemperatureBand;

/** Where one thousandth of a degree more may mean something else to a profile or to the ledger of exposure. */
public final class Thresholds {

    /** Each the coldest temperature of its stretch, in thousandths of a degree. */
    private final List<Integer> beginnings;

    private Thresholds(Collection<Integer> beginnings) {
        this.beginnings = List.copyOf(beginnings);
    }

    public static Thresholds of(Collection<ProductProfile> profiles) {
        NavigableSet<Integer> all = new TreeSet<>();
        Band.ALL.forEach(band -> all.add(band.lowestMilliCelsius()));
        all.addAll(List.of(0, 1)); // thawed is above 0 °C, and a freezer's band ends below
        for (ProductProfile profile : profiles) {
            profile.storage().frozen().forEach(band -> add(all, band));
            profile.storage().refrigerated().ifPresent(band -> add(all, band));
            profile.storage().budgets().forEach(budget -> add(all, budget.band()));
            profile.storage().freezesAt().ifPresent(at -> all.add(at.milliCelsius() + 1));
            profile.inUse().values().forEach(inUse -> {
                if (inUse instanceof InUse.Lasts lasts) {
                    add(all, lasts.band());
                }
            });
        }
        return new Thresholds(all);
    }

    private static void add(NavigableSet<Integer> all, TemperatureBand band) {
        all.add(band.lowest().milliCelsius());
        all.add(band.highest().milliCelsius() + 1);
    }

    private int stretch(Temperature temperature) {
        int low = 0;
        int high = beginnings.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (beginnings.get(middle) <= temperature.milliCelsius()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether no profile can tell them apart. */
    boolean areOne(Span one, Span other) {
        return stretch(one.coldest()) == stretch(other.coldest()) && stretch(one.warmest()) == stretch(other.warmest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Thresholds thresholds && thresholds.beginnings.equals(beginnings);
    }

    @Override
    public int hashCode() {
        return beginnings.hashCode();
    }
}
