package org.gardefroid.ingest.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Run;
import org.gardefroid.vaccines.custody.Runs;
import org.gardefroid.vaccines.custody.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * What the product probes have read since the first goods came to them, folded. The readings themselves are asked for once, and then
 * only those that are new; a late one costs its day.
 */
final class ProbeRuns {

    private static final String READINGS = """
            SELECT measured_at, milli_celsius FROM reading
            WHERE probe = ? AND measured_at >= ? AND milli_celsius IS NOT NULL ORDER BY measured_at""";

    /** The database's own: what is later than a time is at least so much later. */
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    /** What comes after a longer time fills what may have been taken for unobserved. */
    private static final Duration SOME = Duration.ofSeconds(90);

    private final Map<Integer, Probe> probes = new HashMap<>();
    private Thresholds thresholds = Thresholds.of(List.of());

    private static final class Probe {
        private final Duration longestGap;
        private final Instant from;
        private final Runs runs;
        private @Nullable Instant missing;

        Probe(int id, Duration longestGap, Instant from, Thresholds thresholds) {
            this.longestGap = longestGap;
            this.from = from;
            this.runs = new Runs(new PlaceId("probe " + id), longestGap, thresholds);
            this.missing = from;
        }

        /** @return whether more has changed than that what was so goes on */
        private boolean read(Sql sql, int id, Instant since) {
            boolean isNew = runs.latest().filter(since::isAfter).isPresent();
            int before = runs.all().size();
            Optional<Instant> latest = runs.latest();
            Instant again = isNew
                    ? runs.latest().orElseThrow().plus(MICROSECOND)
                    : runs.rewindTo(since).orElse(from);
            sql.each(READINGS, row -> runs.add(row.instant("measured_at"),
                    new Temperature(row.number("milli_celsius"))), id, again);
            missing = null;
            boolean isMore = latest.filter(at -> at.plus(SOME).isAfter(runs.latest().orElse(at))).isEmpty();
            return !isNew || isMore || runs.all().size() != before;
        }
    }

    void fold(Thresholds by) {
        if (!by.equals(thresholds)) {
            thresholds = by;
            probes.clear();
        }
    }

    void forget() {
        probes.clear();
    }

    /** Is to be asked before {@link #read}; what is earlier than {@code from} is of no interest. */
    void need(int id, Duration longestGap, Instant from) {
        Probe known = probes.get(id);
        if (known == null || known.from.isAfter(from) || !known.longestGap.equals(longestGap)) {
            probes.put(id, new Probe(id, longestGap, from, thresholds));
        }
    }

    /** Something of {@code at} or later has been stored. */
    void touched(int id, Instant at) {
        Probe probe = probes.get(id);
        if (probe != null) {
            Instant from = at.isBefore(probe.from) ? probe.from : at;
            probe.missing = probe.missing == null || from.isBefore(probe.missing) ? from : probe.missing;
        }
    }

    /** @return the probes of which more has changed than that what was so goes on */
    Collection<Integer> read(Sql sql) {
        List<Integer> changed = new ArrayList<>();
        probes.forEach((id, probe) -> {
            if (probe.missing != null && probe.read(sql, id, probe.missing)) {
                changed.add(id);
            }
        });
        return changed;
    }

    Optional<Instant> latest(int id) {
        return Optional.ofNullable(probes.get(id)).flatMap(probe -> probe.runs.latest());
    }

    List<Run> of(int id) {
        Probe probe = probes.get(id);
        return probe == null ? List.of() : probe.runs.all();
    }
}
