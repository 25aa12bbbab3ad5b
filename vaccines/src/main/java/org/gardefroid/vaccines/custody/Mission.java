package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.ProductProfile;

/**
 * What is recorded of some lots, and the verdicts that follow. Records may be added in any order and portion, and more
 * than once: the verdicts are a function of what there is.
 */
public final class Mission {

    private final Shelf shelf;
    private final Thresholds thresholds;
    private final Map<PlaceId, Series> folded = new HashMap<>();
    private final Set<CustodyEvent> events = new HashSet<>();
    private final Set<Observed> readings = new HashSet<>();

    public Mission(Collection<ProductProfile> profiles) {
        this.shelf = new Shelf(profiles);
        this.thresholds = Thresholds.of(profiles);
    }

    public void add(CustodyEvent event) {
        events.add(event);
    }

    public void add(Observed reading) {
        readings.add(reading);
    }

    /**
     * All that was read under one name, folded already by the thresholds of these profiles and by {@code longestGap},
     * which holds for this place whatever is asked.
     */
    public void add(PlaceId where, List<Run> runs, Duration longestGap) {
        folded.put(where, new Series(runs, longestGap));
    }

    /**
     * How to look at it.
     *
     * @param now the time to judge at; what is later is left out
     * @param longestGap two readings farther apart leave a gap; absent for three times each place's usual interval
     * @param forecast how warm it will be from now on; absent for as warm as it is
     */
    public record Question(Instant now, Optional<Duration> longestGap, Optional<Temperature> forecast) {}

    /** The latest time that anything has. */
    public Optional<Instant> latest() {
        Optional<Instant> read = readings.stream().map(Observed::at).max(Comparator.naturalOrder());
        Optional<Instant> done = Custody.of(events).latest();
        return read.filter(at -> done.filter(at::isBefore).isEmpty()).or(() -> done);
    }

    /** One judgement of each lot, vial and syringe. */
    public List<Judgement> judge(Question question) {
        Custody custody = Custody.of(events.stream()
                .filter(event -> event.at().filter(question.now()::isBefore).isEmpty()).toList());
        Readings observed = Readings.of(readings.stream()
                .filter(reading -> !reading.at().isAfter(question.now())).toList(), folded,
                question.longestGap(), thresholds, custody.moments());
        List<Judgement> judgements = new ArrayList<>();
        for (ContainerId container : custody.containers()) {
            judgements.add(judge(custody, observed, custody.life(container), question));
        }
        return judgements;
    }

    private Judgement judge(Custody custody, Readings observed, Life life, Question question) {
        List<ProductProfile> candidates = shelf.candidates(custody, life);
        if (candidates.isEmpty()) {
            return new ContainerJudge(custody, observed, life, question, Shelf.UNKNOWN).judgeUnknown();
        }
        if (shelf.isOfAnotherProduct(life)) {
            life.mixUp();
        }
        return Judgement.worst(candidates.stream()
                .map(profile -> new ContainerJudge(custody, observed, life, question, profile)
                        .judge(candidates.size() > 1))
                .toList());
    }
}
