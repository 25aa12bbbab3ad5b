package org.gardefroid.edge.box;

import java.util.List;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.vaccines.custody.Run;

/** What probes have read in the months before this start, as far as a later reading does not change it any more. */
public interface KeptRuns {

    /** In order of time, none of them over another. */
    List<Run> of(ProbeId probe);

    /** A run that is done; what was kept before of the same time or of a later one was another guess. */
    void keep(ProbeId probe, Run run);

    /** Nothing lasts. */
    static KeptRuns none() {
        return new KeptRuns() {
            @Override
            public List<Run> of(ProbeId probe) {
                return List.of();
            }

            @Override
            public void keep(ProbeId probe, Run run) {
                // as long as this object, its readings are there
            }
        };
    }
}
