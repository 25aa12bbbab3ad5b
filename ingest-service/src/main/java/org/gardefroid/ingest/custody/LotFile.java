package org.gardefroid.ingest.custody;

import java.time.ZoneId;
import java.util.List;
import org.gardefroid.ingest.lots.Decision;
import org.gardefroid.ingest.lots.Lot;

/** All that was recorded of a lot by people. */
record LotFile(Lot lot, ZoneId zone, List<Decision> decisions) {

    LotFile {
        decisions = List.copyOf(decisions);
    }
}
