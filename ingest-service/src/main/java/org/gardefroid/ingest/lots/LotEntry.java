package org.gardefroid.ingest.lots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gardefroid.vaccines.Gtin;

/**
 * A lot as it is entered.
 *
 * @param number as GS1 has it: at most 20 characters
 * @param expiresOn the last day it may be used by its label
 * @param thawedAt when it was taken from the freezer, for what is kept frozen
 * @param opening what it had been through; empty is not none, but <i>budget antérieur inconnu</i>
 */
public record LotEntry(
        String product,
        Optional<Gtin> gtin,
        String number,
        LocalDate expiresOn,
        Optional<Instant> thawedAt,
        Optional<OpeningExposure> opening) {

    private static final Pattern PRODUCT = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** GS1's character set 82, without what no lot number has. */
    private static final Pattern NUMBER = Pattern.compile("[!-~]{1,20}");

    public LotEntry {
        if (!PRODUCT.matcher(product).matches()) {
            throw new LotRefused("lot.refused.product", product);
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new LotRefused("lot.refused.number", number);
        }
    }
}
