package org.gardefroid.ingest.custody;

import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.telemetry.VialId;

/**
 * What a verdict is of: the doses of a lot that are in an equipment, or an opened vial.
 *
 * @param lot its number in the table; empty for a vial of which nobody said the lot
 */
record Goods(OptionalInt lot, int equipment, Optional<VialId> vial) {

    static Goods ofLot(int lot, int equipment) {
        return new Goods(OptionalInt.of(lot), equipment, Optional.empty());
    }
}
