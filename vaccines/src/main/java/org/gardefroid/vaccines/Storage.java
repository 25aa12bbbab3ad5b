package org.gardefroid.vaccines;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.RefusedValue;
import org.gardefroid.telemetry.Temperature;

/**
 * How an unopened product may be kept, and for how long it may be kept otherwise. What is absent is neither zero nor
 * unlimited: where it would be needed, the product is held.
 *
 * @param frozen the bands of a freezer, any of which is good; none where it is never to be frozen
 * @param refrigerated the band of a refrigerator, usually 2 to 8 °C
 * @param freezesAt at or below this a liquid one is taken for frozen
 * @param budgets what it may spend elsewhere, each counted by itself: of two that overlap both must last
 * @param unobserved how many minutes of its life may be without a reading
 */
public record Storage(
        List<TemperatureBand> frozen,
        Optional<TemperatureBand> refrigerated,
        Optional<Temperature> freezesAt,
        List<Budget> budgets,
        Optional<Duration> unobserved) {

    public Storage {
        frozen = List.copyOf(frozen);
        budgets = List.copyOf(budgets);
        long names = budgets.stream().map(Budget::name).distinct().count();
        if (names < budgets.size()) {
            throw new RefusedValue("deux budgets ont le même nom", "two budgets have one name");
        }
    }

    /** One band and no other figure. A band that does not reach above 0 °C is a freezer's. */
    public static Storage of(TemperatureBand band) {
        boolean isFrozen = band.highest().milliCelsius() < 0;
        return new Storage(isFrozen ? List.of(band) : List.of(), isFrozen ? Optional.empty() : Optional.of(band),
                Optional.empty(), List.of(), Optional.empty());
    }

    public boolean isFrozenBand(Temperature temperature) {
        return frozen.stream().anyMatch(band -> band.contains(temperature));
    }

    public boolean isRefrigerated(Temperature temperature) {
        return refrigerated.filter(band -> band.contains(temperature)).isPresent();
    }

    /**
     * Whether a minute at this temperature is spent from {@code budget}. What a store allows costs nothing. Warmer than
     * the budget's band costs at least as much as within it; whether it is allowed is another question.
     */
    public boolean spends(Budget budget, Temperature temperature) {
        if (isRefrigerated(temperature) || isFrozenBand(temperature)) {
            return false;
        }
        boolean isWarm = refrigerated.filter(cold -> budget.band().highest().isAbove(cold.highest())).isPresent();
        return isWarm
                ? !temperature.isBelow(budget.band().lowest())
                : budget.band().contains(temperature);
    }
}
