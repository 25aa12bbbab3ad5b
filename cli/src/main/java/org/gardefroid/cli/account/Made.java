package org.gardefroid.cli.account;

import java.time.Instant;

/**
 * A reading as it was made, or as it is stored: what is compared is exactly this.
 *
 * @param value thousandths of a degree, or the code of a fault
 */
public record Made(String probe, Instant measuredAt, String value) {}
