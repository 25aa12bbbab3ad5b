package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gardefroid.telemetry.ProbePurpose;

/** What is known of the places that goods have been in. */
public interface Surroundings {

    /** What a probe has read. */
    record Folded(List<Run> runs, Duration longestGap) {}

    /** @param until {@link Instant#MAX} for as far as is known */
    record Hung(PlaceId probe, ProbePurpose purpose, Instant from, Instant until) {}

    /** The probes that are or were in an equipment. */
    List<Hung> probes(String equipment);

    /** What the probes of an equipment have read that tell of goods, whatever else they hung in. */
    Map<PlaceId, Folded> readings(String equipment);
}
