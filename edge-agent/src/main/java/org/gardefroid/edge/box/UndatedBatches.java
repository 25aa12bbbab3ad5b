package org.gardefroid.edge.box;

import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BootId;

/** What was sealed while the time was not known, in the order of sealing, until a batch that has a date dates it. */
final class UndatedBatches {

    /** Two weeks of a batch a minute: a box that does not know the time for longer tells nobody anything. */
    private static final int MOST = 20_000;

    private final List<Batch> batches = new ArrayList<>();

    void add(Batch batch) {
        batches.add(batch);
        if (batches.size() > MOST) {
            batches.removeFirst();
        }
    }

    /** Those of this boot, which are not waited for any more. */
    List<Batch> take(BootId boot) {
        List<Batch> taken = batches.stream().filter(batch -> batch.clock().boot().equals(boot)).toList();
        batches.removeAll(taken);
        return taken;
    }

    /** All of them. */
    List<Batch> take() {
        List<Batch> taken = List.copyOf(batches);
        batches.clear();
        return taken;
    }
}
