package org.gardefroid.ingest.notify.rota;

import java.time.Instant;
import java.util.List;
import org.gardefroid.alerting.cascade.Duty;

/**
 * One stretch of a calendar.
 *
 * @param people as the calendar names them: addresses, or else the summary
 * @param event what a person finds the entry by
 */
public record Entry(List<String> people, Instant from, Instant until, Duty.Kind kind, String event) {}
