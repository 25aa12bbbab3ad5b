package org.gardefroid.vaccines.gs1;

import java.time.LocalDate;
import java.util.Optional;
import org.gardefroid.vaccines.Gtin;

/**
 * A lot that is meant to be given.
 *
 * @param expiry the last day on which it may be used, if it was registered
 */
public record ExpectedLot(Gtin gtin, String lot, Optional<LocalDate> expiry) {}
