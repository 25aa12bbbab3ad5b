package org.gardefroid.ingest.rollup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.jspecify.annotations.Nullable;

/** Which hours of which probes have new readings. */
final class TouchedHours {

    static final int SECONDS = 3_600;

    private Set<Hour> hours = new HashSet<>();
    private long lastSource;
    private @Nullable Hour last;

    /** @param number hours since 1970 */
    record Hour(ProbeId probe, long number) {}

    /** @param lastSource the last batch that is in it */
    record Taken(Set<Hour> hours, long lastSource) {}

    synchronized void add(List<CommittedBatch> batches) {
        for (CommittedBatch batch : batches) {
            lastSource = Math.max(lastSource, batch.source());
            for (DatedRecord record : batch.records()) {
                if (record instanceof Reading reading) {
                    add(reading.probe(), Math.floorDiv(reading.measuredAt().getEpochSecond(), (long) SECONDS));
                }
            }
        }
    }

    private void add(ProbeId probe, long number) {
        Hour before = last;
        if (before == null || before.number != number || !before.probe.equals(probe)) { // mostly it is the same again
            last = new Hour(probe, number);
            hours.add(last);
        }
    }

    synchronized void addAgain(Set<Hour> others) {
        hours.addAll(others);
    }

    synchronized Taken take() {
        Taken taken = new Taken(hours, lastSource);
        hours = new HashSet<>();
        last = null;
        return taken;
    }
}
