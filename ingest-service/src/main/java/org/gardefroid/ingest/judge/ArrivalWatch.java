package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gardefroid.alerting.ClockRule;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.LatenessRule;
import org.gardefroid.alerting.Noticed;
import org.gardefroid.alerting.Silence;
import org.gardefroid.alerting.SilenceRule;
import org.gardefroid.alerting.SilenceState;
import org.gardefroid.alerting.Tick;

/** What is told of one equipment by our own clock and by what arrives: silent, late, without the time, to be calibrated. */
final class ArrivalWatch {

    private Optional<SilenceState> silence = Optional.empty();
    private LatenessRule.State lateness = LatenessRule.State.ON_TIME;
    private ClockRule.State clock = ClockRule.State.RIGHT;
    private Optional<Instant> undatedAt = Optional.empty();
    private final List<Noticed> calibrations = new ArrayList<>();
    /** When something arrived that is not read yet. */
    private Optional<Instant> toBeMeasured = Optional.empty();
    private boolean recalled;

    /** @param lastMeasured the newest record of what has arrived; the epoch as long as nobody has looked */
    void heard(Watched watched, Instant arrivedAt, Instant lastMeasured, Consumer<Fact> found) {
        SilenceRule.Step heard = watched.arrivals().silence().heard(silence.orElse(new SilenceState.Heard(arrivedAt)),
                arrivedAt);
        silence = Optional.of(heard.state());
        heard.told().ifPresent(found);
        take(watched.arrivals().clock().dated(clock, arrivedAt), found);
        if (lastMeasured.equals(Instant.EPOCH)) {
            toBeMeasured = Optional.of(arrivedAt);
        } else {
            measured(watched, arrivedAt, lastMeasured, found);
        }
    }

    /** What another instance has stored is judged by now: it has records up to {@code upTo}. */
    void judged(Watched watched, Instant upTo, Consumer<Fact> found) {
        toBeMeasured.ifPresent(arrivedAt -> measured(watched, arrivedAt, upTo, found));
        toBeMeasured = Optional.empty();
    }

    private void measured(Watched watched, Instant arrivedAt, Instant lastMeasured, Consumer<Fact> found) {
        LatenessRule.Step late = watched.arrivals().lateness().heard(lateness, watched.name(), arrivedAt, lastMeasured);
        lateness = late.state();
        late.told().ifPresent(found);
    }

    void pass(Watched watched, Instant now, Consumer<Fact> found) {
        silence.ifPresent(state -> {
            SilenceRule.Step step = watched.arrivals().silence().tick(state, watched.name(), List.of(),
                    watched.arrivals().holdsDoses(),
                    new Tick(now));
            silence = Optional.of(step.state());
            step.told().ifPresent(found);
        });
        if (recalled) {
            Arrivals arrivals = watched.arrivals();
            arrivals.undatedAt().filter(at -> !undatedAt.filter(before -> !before.isBefore(at)).isPresent())
                    .ifPresent(at -> {
                        undatedAt = Optional.of(at);
                        take(arrivals.clock().undated(clock, watched.name(), at), found);
                    });
            arrivals.calibration().step(watched.name(), calibrations, arrivals.calibrationDue(), arrivals.zone(), now)
                    .forEach(noticed -> {
                        calibrations.removeIf(told -> told.id().equals(noticed.id()));
                        if (noticed.isOngoing()) {
                            calibrations.add(noticed);
                        }
                        found.accept(noticed);
                    });
        }
    }

    private void take(ClockRule.Step step, Consumer<Fact> found) {
        clock = step.state();
        step.told().ifPresent(found);
    }

    /**
     * Takes up what was told before this program began.
     *
     * @param lastHeard of its devices
     * @param notBefore what was kept back while we were away comes first
     */
    void recall(Watched watched, Collection<Fact> stored, Optional<Instant> lastHeard, Instant notBefore,
            Consumer<Fact> found) {
        if (recalled) {
            return;
        }
        recalled = true;
        Optional<Silence> silent = stored.stream().filter(Fact::isOngoing).filter(Silence.class::isInstance)
                .map(Silence.class::cast).findFirst();
        Optional<Instant> heardAt = silence.filter(SilenceState.Heard.class::isInstance)
                .map(state -> ((SilenceState.Heard) state).at()).or(() -> lastHeard);
        if (silent.isPresent() && heardAt.filter(at -> at.isAfter(silent.get().id().since())).isPresent()) {
            // Something came while nobody was here to see it.
            SilenceRule.Step step = watched.arrivals().silence().heard(new SilenceState.Silent(silent.get()),
                    heardAt.get());
            silence = Optional.of(step.state());
            step.told().ifPresent(found);
        } else if (silence.isEmpty()) {
            silence = silent.<SilenceState>map(SilenceState.Silent::new)
                    .or(() -> lastHeard.map(at -> new SilenceState.Heard(at, notBefore)));
        }
        for (Fact fact : stored) {
            if (fact.isOngoing() && fact instanceof Noticed noticed) {
                switch (noticed.cause()) {
                    case REPORTING_LATE -> lateness = LatenessRule.State.told(noticed);
                    case CLOCK_WRONG -> clock = ClockRule.State.told(noticed);
                    case CALIBRATION_DUE -> calibrations.add(noticed);
                    default -> throw new IllegalStateException("nothing that is noticed: " + noticed);
                }
            }
        }
    }
}
