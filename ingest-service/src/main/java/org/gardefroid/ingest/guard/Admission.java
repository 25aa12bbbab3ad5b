package org.gardefroid.ingest.guard;

import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.Rejection;

/** What is to become of one arrival. */
public sealed interface Admission {

    Arrival arrival();

    /** To be stored: its records, apart while they have no date, and its line in the log. */
    record New(Arrival arrival, Batch batch) implements Admission {}

    /** It is stored or in quarantine already, with the same bytes: the receipt is all that is missing. */
    record Repeat(Arrival arrival) implements Admission {}

    /** To be kept in quarantine, bytes and all, and answered. */
    record Quarantined(Arrival arrival, Rejection reason, String detail) implements Admission {}
}
