package org.gardefroid.ingest.custody;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.gardefroid.ingest.custody.VerdictRows.Standing;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.vaccines.custody.Due;

/** What is said of all goods, as the database has it; written when something else is to be said. */
final class Verdicts {

    /** Figures alone: minutes, the mean kinetic temperature. */
    private static final Duration FIGURES_EVERY = Duration.ofMinutes(10);

    private Map<Goods, Standing> standing = new HashMap<>();
    private Map<Goods, Standing> writing = new HashMap<>();

    void read(Sql sql) {
        standing = new VerdictRows(sql).standing();
    }

    /** Up to when each equipment was judged before. */
    void judgedUpTo(BiConsumer<Integer, Instant> each) {
        standing.forEach((goods, said) -> each.accept(goods.equipment(), said.judgedAt()));
    }

    /** In the caller's transaction; counts once {@link #written} says that it was committed. */
    int write(Connection connection, List<Judged> judged, Instant now) {
        VerdictRows rows = new VerdictRows(new Sql(connection));
        writing = new HashMap<>(standing);
        Set<Goods> named = new HashSet<>();
        judged.forEach(each -> named.add(each.goods()));
        for (Judged each : judged) {
            elsewhere(each, named).forEach(goods -> end(rows, goods, now));
        }
        judged.forEach(each -> write(rows, each, now));
        return judged.size();
    }

    /** The equipments with goods that could not be judged, as just written. */
    Set<Integer> notJudged() {
        return writing.entrySet().stream().filter(said -> Unjudged.is(said.getValue().said()))
                .map(said -> said.getKey().equipment()).collect(Collectors.toSet());
    }

    void written() {
        standing = writing;
    }

    /** Where the same goods were, and are not any more. */
    private List<Goods> elsewhere(Judged judged, Set<Goods> named) {
        Goods is = judged.goods();
        return writing.keySet().stream().filter(was -> !named.contains(was) && was.vial().equals(is.vial())
                && (is.vial().isPresent() || was.lot().equals(is.lot()))).toList();
    }

    private void end(VerdictRows rows, Goods goods, Instant now) {
        Optional.ofNullable(writing.remove(goods)).ifPresent(said -> rows.end(said.row(), now));
    }

    private void write(VerdictRows rows, Judged judged, Instant now) {
        Standing before = writing.get(judged.goods());
        if (before == null || !before.said().equals(judged.said())) {
            end(rows, judged.goods(), now);
            writing.put(judged.goods(), rows.begin(judged, now));
        } else if (isOld(before, judged)) {
            writing.put(judged.goods(), rows.figures(before.row(), judged));
        }
    }

    private static boolean isOld(Standing before, Judged judged) {
        return !before.dueAt().equals(judged.judgement().runsOut().map(Due::at))
                || before.judgedAt().plus(FIGURES_EVERY).isBefore(judged.judgement().now());
    }
}
