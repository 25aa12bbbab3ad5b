package org.gardefroid.ingest.console.view;

import java.util.Locale;

/** How an equipment stands, in one word; the worst that applies comes first. */
public enum Standing {
    /** A cold-chain alarm is going on, or waits for an answer. */
    ALARM,
    /** Nothing recent is known. What is shown besides is the past. */
    SILENT,
    /** The probe says that it cannot say. */
    FAULT,
    /** The last temperature is out of range, and no alarm is due yet. */
    OUT,
    /** It sends, but what it sends is old: a backlog is coming in. */
    CATCHING_UP,
    /** Nobody watches: empty, defrosting, being prepared, or without a probe. */
    UNWATCHED,
    IN_RANGE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
