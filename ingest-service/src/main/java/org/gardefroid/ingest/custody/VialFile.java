package org.gardefroid.ingest.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.BoxEvents.Told;
import org.gardefroid.vaccines.custody.Story;

/**
 * What boxes have recorded of a vial or a syringe, and of what was drawn up with it.
 *
 * @param equipment the number of the equipment where it was told of last
 * @param box that equipment's name
 * @param records in order of time, each with one; at least one
 */
record VialFile(VialId vial, int site, int equipment, String box, List<Told> records) {

    private static final ProductId UNKNOWN = new ProductId("unknown");

    private static final Comparator<Told> AS_TOLD = Comparator
            .comparing((Told told) -> told.at().orElse(Instant.EPOCH)).thenComparingLong(Told::order);

    VialFile {
        records = List.copyOf(records);
    }

    /** The same, with what is told of all of {@code drawn}, itself among them. */
    VialFile among(Collection<VialFile> drawn) {
        List<Told> all = new ArrayList<>();
        drawn.stream().flatMap(file -> file.records.stream()).sorted(AS_TOLD)
                .forEach(told -> all.add(new Told(told.at(), all.size(), told.box(), told.event())));
        return new VialFile(vial, site, equipment, box, all);
    }

    /** Since when it, or what it was drawn from, is at a box. */
    Instant first() {
        return records.getFirst().at().orElseThrow();
    }

    Story story() {
        return new Story(vial, records);
    }

    /** What it was first handled as. */
    ProductId product() {
        return story().product().orElse(UNKNOWN);
    }

    Optional<LotNumber> lot() {
        return story().lot();
    }
}
