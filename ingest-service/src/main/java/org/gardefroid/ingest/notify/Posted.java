package org.gardefroid.ingest.notify;

import java.time.Instant;

/** A notification that is due. */
record Posted(
        long id,
        String key,
        long alarm,
        String equipment,
        String address,
        String language,
        Notice notice,
        Instant madeAt,
        int attempts) {}
