package org.gardefroid.ingest.notify;

import java.time.Instant;
import org.gardefroid.alerting.cascade.Channel;

/** A notification that is due. */
record Posted(
        long id,
        String key,
        long alarm,
        int code,
        Channel channel,
        String equipment,
        String address,
        String language,
        Notice notice,
        Instant madeAt,
        int attempts) {}
