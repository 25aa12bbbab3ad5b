package org.gardefroid.vaccines.custody;

import java.time.Instant;

/** From then on it was there, until the next. */
public record Stay(Instant from, Place place) {}
