package org.gardefroid.cli.account;

import java.time.Instant;

/**
 * An alarm that was due.
 *
 * @param kind {@code excursion}, {@code door} or {@code dose}
 * @param subject the equipment, or the vial
 * @param until when its cause ended, or the end of the run
 */
public record Due(String kind, String equipment, String subject, Instant since, Instant until) {}
