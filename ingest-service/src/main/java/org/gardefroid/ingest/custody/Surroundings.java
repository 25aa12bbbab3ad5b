package org.gardefroid.ingest.custody;

import java.time.Instant;

/** What the service knows of the places that goods have been in. */
interface Surroundings extends org.gardefroid.vaccines.custody.Surroundings {

    /** Up to when an equipment is judged: as far as its records say, while they come; else up to the time now. */
    Instant now(String equipment);

    /** Up to when an equipment's product probes have said anything. */
    Instant lastReading(String equipment);

    /** The number of an equipment in the table. */
    int equipment(String name);
}
