package org.gardefroid.ingest.lots;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.gardefroid.telemetry.Temperature;

/**
 * What a lot had been through before it came: how long it was out of its range, and how far. Nobody knowing it is another
 * thing than none, and has no such value at all.
 *
 * @param minutes out of the refrigerator, 0 for never
 * @param lowestMilliCelsius the coldest in that time, in thousandths of a degree; empty if it was not cold, as far as is said
 * @param highestMilliCelsius the warmest in that time, in thousandths of a degree
 */
public record OpeningExposure(int minutes, OptionalInt lowestMilliCelsius, int highestMilliCelsius) {

    public static final OpeningExposure NONE = new OpeningExposure(0, OptionalInt.empty(), 8_000);

    /** A hundred days; more is a slip of the finger. */
    private static final int MOST_MINUTES = 144_000;
    /** Colder is no store for vaccines. */
    private static final int COLDEST = -100_000;
    private static final int HOTTEST = 60_000;
    /** The first thousandth of a degree that is out of a refrigerator. */
    private static final int FIRST_OUT = 8_001;

    public OpeningExposure {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new LotRefused("lot.refused.minutes", minutes, MOST_MINUTES);
        }
        if (highestMilliCelsius < COLDEST || highestMilliCelsius > HOTTEST) {
            throw new LotRefused("lot.refused.highest", BigDecimal.valueOf(highestMilliCelsius, 3), COLDEST / 1_000,
                    HOTTEST / 1_000);
        }
        if (lowestMilliCelsius.isPresent()
                && (lowestMilliCelsius.getAsInt() < COLDEST || lowestMilliCelsius.getAsInt() > highestMilliCelsius)) {
            throw new LotRefused("lot.refused.lowest", BigDecimal.valueOf(lowestMilliCelsius.getAsInt(), 3),
                    COLDEST / 1_000, BigDecimal.valueOf(highestMilliCelsius, 3));
        }
    }

    /** The coldest that it may have been: whoever tells only of warmth, in a refrigerator's terms, tells of no cold. */
    public int coldestMilliCelsius() {
        return lowestMilliCelsius
                .orElse(highestMilliCelsius < FIRST_OUT ? Temperature.LOWEST_MILLI_CELSIUS : FIRST_OUT);
    }

    String json() {
        return "{\"minutes\":" + minutes
                + (lowestMilliCelsius.isPresent() ? ",\"lowestMilliCelsius\":" + lowestMilliCelsius.getAsInt() : "")
                + ",\"highestMilliCelsius\":" + highestMilliCelsius + "}";
    }
}
