package org.gardefroid.ingest.lots;

import java.math.BigDecimal;

/**
 * What a lot had been through before it came: how long it was out of its range, and how far. Nobody knowing it is another
 * thing than none, and has no such value at all.
 *
 * @param minutes out of the refrigerator, 0 for never
 * @param highestMilliCelsius the warmest in that time, in thousandths of a degree
 */
public record OpeningExposure(int minutes, int highestMilliCelsius) {

    public static final OpeningExposure NONE = new OpeningExposure(0, 8_000);

    /** A hundred days; more is a slip of the finger. */
    private static final int MOST_MINUTES = 144_000;
    private static final int HOTTEST = 60_000;

    public OpeningExposure {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new LotRefused("lot.refused.minutes", minutes, MOST_MINUTES);
        }
        if (highestMilliCelsius > HOTTEST) {
            throw new LotRefused("lot.refused.highest", BigDecimal.valueOf(highestMilliCelsius, 3), HOTTEST / 1_000);
        }
    }

    String json() {
        return "{\"minutes\":" + minutes + ",\"highestMilliCelsius\":" + highestMilliCelsius + "}";
    }
}
