package org.gardefroid.ingest.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.BoxEvents.Told;

/**
 * What boxes have recorded of a vial.
 *
 * @param records in order of time, each with one; at least one
 * @param equipment the number of the equipment whose box told of it last
 */
record VialFile(VialId vial, int site, int equipment, List<Told> records) {

    private static final ProductId UNKNOWN = new ProductId("unknown");

    VialFile {
        records = List.copyOf(records);
    }

    /** Since when it is at the box. */
    Instant first() {
        return records.getFirst().at().orElseThrow();
    }

    String box() {
        return records.getLast().box().name();
    }

    /** What it was first handled as. */
    ProductId product() {
        return records.stream()
                .flatMap(told -> told.event() instanceof Event.VialHandled handled
                        ? Stream.of(handled.product())
                        : Stream.<ProductId>empty())
                .findFirst().orElse(UNKNOWN);
    }

    /** What was said last of it: a person may have corrected the one before. */
    Optional<LotNumber> lot() {
        return records.stream()
                .flatMap(told -> told.event() instanceof Event.VialOfLot(VialId of, LotNumber lot)
                        ? Optional.of(lot).stream()
                        : Optional.<LotNumber>empty().stream())
                .reduce((before, after) -> after);
    }
}
