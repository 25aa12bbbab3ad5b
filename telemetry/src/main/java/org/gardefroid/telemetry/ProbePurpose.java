package org.gardefroid.telemetry;

/** What a probe is hung for: the two are never mixed. */
public enum ProbePurpose {
    /** Buffered, beside the vials: feeds excursions, exposure and dose clocks. */
    PRODUCT,
    /** Bare, in the air: feeds door and forecast, and condemns nothing. */
    AIR
}
