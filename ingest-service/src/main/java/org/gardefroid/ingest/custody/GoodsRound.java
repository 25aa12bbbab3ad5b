package org.gardefroid.ingest.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gardefroid.ingest.judge.DoseRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of judging: what comes of each file. What cannot be judged is said to be so, and keeps nothing else from it. */
final class GoodsRound {

    private static final Logger LOG = LoggerFactory.getLogger(GoodsRound.class);

    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final long began = System.nanoTime();
    private final FileJudge judge;
    private final Unjudged unjudged;
    private final FilesInPlay files;
    private final Map<Object, List<Judged>> byFile = new HashMap<>();
    private final Map<VialFile, List<DoseRow>> counting = new HashMap<>();

    GoodsRound(FileJudge judge, Unjudged unjudged, FilesInPlay files) {
        this.judge = judge;
        this.unjudged = unjudged;
        this.files = files;
    }

    boolean hasTime() {
        return System.nanoTime() - began < MOST_NANOS;
    }

    void judge(LotFile file) {
        byFile.put(file.lot().id(), judged("lot " + file.lot().id(),
                () -> judge.judge(file, files.vialsOf(file)), () -> unjudged.of(file)));
    }

    void judge(VialFile vial) {
        Optional<LotFile> lot = files.lotOf(vial);
        byFile.put(vial.vial(), judged("vial " + vial.vial(), () -> {
            Judged one = judge.judge(vial, lot, files.zone(vial.site()));
            counting.put(vial, DoseClocks.of(vial, one.judgement()));
            return List.of(one);
        }, () -> List.of(unjudged.of(vial, lot, files.zone(vial.site())))));
    }

    private static List<Judged> judged(String name, Supplier<List<Judged>> judging, Supplier<List<Judged>> otherwise) {
        try {
            return judging.get();
        } catch (RuntimeException e) {
            LOG.error("not judged goods={} because={}", name, e.getMessage(), e);
            return otherwise.get();
        }
    }

    /** What was said of each file, by its name among those in play. */
    Map<Object, List<Judged>> byFile() {
        return byFile;
    }

    List<Judged> judged() {
        List<Judged> all = new ArrayList<>();
        byFile.values().forEach(all::addAll);
        return all;
    }

    /** What runs at each vial that could be judged: of the others, what was counted down to before goes on. */
    Map<VialFile, List<DoseRow>> counting() {
        return counting;
    }
}
