package org.gardefroid.vaccines.gs1;

import java.time.LocalDate;
import java.util.Optional;
import org.gardefroid.vaccines.Gtin;

/**
 * What a label says; what it does not say is absent.
 *
 * @param gtin of the trade item, AI (01)
 * @param lot AI (10), 1 to 20 characters
 * @param expiry the last day on which it may be used, AI (17), or the day of AI (7003)
 * @param serial AI (21), 1 to 20 characters
 */
public record Label(Optional<Gtin> gtin, Optional<String> lot, Optional<LocalDate> expiry, Optional<String> serial)
        implements
            Scan {}
