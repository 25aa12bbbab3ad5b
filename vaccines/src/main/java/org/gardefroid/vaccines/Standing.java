package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;

/**
 * What a vial's handlings come to by one profile.
 *
 * @param starts those that count
 * @param voided those that were taken back
 * @param missing the steps for which the profile has no time
 * @param deadline the earliest
 */
record Standing(
        List<Handling> starts,
        List<Handling> voided,
        Optional<Instant> finishedAt,
        List<VialStep> missing,
        Optional<Deadline> deadline) {

    static Standing of(ProductProfile profile, DoseState state) {
        List<Handling> starts = new ArrayList<>();
        List<Handling> voided = new ArrayList<>();
        Optional<Instant> finishedAt = Optional.empty();
        for (Handling handling : state.handlings()) {
            switch (handling.step()) {
                case THAWED, PUNCTURED, DILUTED, RECONSTITUTED, DRAWN_UP -> starts.add(handling);
                case VOIDED -> {
                    if (!starts.isEmpty()) {
                        voided.add(starts.removeLast());
                    }
                }
                case FINISHED -> finishedAt = finishedAt.or(() -> Optional.of(handling.at()));
            }
        }
        Countdown countdown = Countdown.of(profile, state.labelExpiry(), starts);
        return new Standing(List.copyOf(starts), List.copyOf(voided), finishedAt, countdown.missing(),
                countdown.deadlines().stream().min(Comparator.comparing(Deadline::at)));
    }

    DoseStatus status(DoseState state) {
        Optional<Deadline> over = deadline.filter(end -> !end.at().isAfter(finishedAt.orElse(state.now())));
        if (finishedAt.isPresent()) {
            return new DoseStatus.Finished(finishedAt.get(), over);
        }
        if (over.isPresent()) {
            return new DoseStatus.Over(over.get());
        }
        if (state.undated() > 0 || !state.timeKnown() && deadline.isPresent()) {
            return new DoseStatus.TimeUnknown();
        }
        if (!missing.isEmpty()) {
            return new DoseStatus.FigureMissing(missing, deadline);
        }
        return deadline.<DoseStatus>map(DoseStatus.Running::new).orElseGet(DoseStatus.NotStarted::new);
    }
}
