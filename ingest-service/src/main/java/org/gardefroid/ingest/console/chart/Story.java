package org.gardefroid.ingest.console.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What a chart has to tell.
 *
 * @param lowest of the range, in thousandths of a degree, as {@code highest}
 * @param product the lines that judge, as {@code air} those that only explain
 * @param unobserved where nobody saw the product
 */
public record Story(
        Instant from,
        Instant to,
        ZoneId zone,
        Locale locale,
        int lowest,
        int highest,
        List<Trace> product,
        List<Trace> air,
        List<Stretch> unobserved,
        List<Excursion> excursions,
        List<Stretch> doors,
        List<Instant> faults) {

    /** @param possible out of range on both sides of a stretch that nobody saw */
    public record Excursion(Stretch stretch, boolean possible) {}
}
