package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.telemetry.ProductId;

/**
 * Counts down the time in which an opened vial may be used, by one profile. The earliest deadline wins.
 */
public record DoseClock(ProductProfile profile) {

    public DoseStep step(DoseState before, DoseInput input) {
        DoseState taken = take(before, input);
        Standing was = Standing.of(profile, before);
        Standing is = Standing.of(profile, taken);
        DoseStage stage = stage(is, taken);
        List<DoseFinding> findings = new ArrayList<>();
        if (taken.mixedUp() && !before.mixedUp()) {
            findings.add(new DoseFinding.MixedUp());
        }
        is.voided().stream().filter(start -> !was.voided().contains(start)).map(DoseFinding.StartVoided::new)
                .forEach(findings::add);
        if (is.deadline().isPresent() && !is.deadline().equals(was.deadline()) && is.finishedAt().isEmpty()) {
            findings.add(new DoseFinding.DeadlineSet(is.deadline().get()));
        }
        if (!is.missing().isEmpty() && !is.missing().equals(was.missing())) {
            findings.add(new DoseFinding.FigureMissing(is.missing()));
        }
        DoseStatus status = is.status(taken);
        if (status instanceof DoseStatus.TimeUnknown && !(was.status(before) instanceof DoseStatus.TimeUnknown)) {
            findings.add(new DoseFinding.TimeUnknown());
        }
        is.deadline().flatMap(deadline -> warning(deadline, was, before, input, stage)).ifPresent(findings::add);
        if (is.finishedAt().isPresent() && was.finishedAt().isEmpty()) {
            findings.add(new DoseFinding.VialFinished(is.finishedAt().get()));
        }
        DoseState after = taken.at(stage);
        return new DoseStep(after, findings, wakeAt(is, after));
    }

    public DoseStatus status(DoseState state) {
        return Standing.of(profile, state).status(state);
    }

    /** When the clock has something to tell though nothing happens. */
    public Optional<Instant> wakeAt(DoseState state) {
        return wakeAt(Standing.of(profile, state), state);
    }

    private DoseState take(DoseState state, DoseInput input) {
        return switch (input) {
            case DoseInput.Handled(var at, var product, var step) -> checked(state, product)
                    .with(new Handling(at, step));
            case DoseInput.HandledUndated(var product, var step) -> checked(state, product).withUndated();
            case DoseInput.Dated(var at, var product, var step) -> checked(state, product).withOneDated()
                    .with(new Handling(at, step));
            case DoseInput.Tick(var at) -> state.at(at);
            case DoseInput.TimeLost lost -> state.withoutTime();
        };
    }

    private static DoseState checked(DoseState state, ProductId product) {
        return product.equals(state.product()) ? state : state.asMixedUp();
    }

    private static DoseStage stage(Standing standing, DoseState state) {
        if (standing.deadline().isEmpty() || standing.finishedAt().isPresent()) {
            return DoseStage.NONE;
        }
        return DoseStage.of(standing.deadline().get(), state.now());
    }

    private static Optional<DoseFinding> warning(
            Deadline deadline, Standing was, DoseState before, DoseInput input, DoseStage stage) {
        if (stage.compareTo(before.stage()) <= 0) {
            return Optional.empty();
        }
        if (stage == DoseStage.OVER) {
            return Optional.of(new DoseFinding.TimeOver(deadline));
        }
        // A start with less than an hour to go says so by its deadline: no warning in the same breath.
        boolean isSaid = input instanceof DoseInput.Handled(var at, var product, var step)
                && !was.deadline().equals(Optional.of(deadline))
                && stage.compareTo(DoseStage.of(deadline, at)) <= 0;
        return stage.isWarning() && !isSaid
                ? Optional.of(new DoseFinding.TimeRunsShort(deadline, stage.left()))
                : Optional.empty();
    }

    private static Optional<Instant> wakeAt(Standing standing, DoseState state) {
        if (standing.finishedAt().isPresent() || !state.timeKnown()) {
            return Optional.empty();
        }
        return standing.deadline().flatMap(deadline -> Stream
                .of(DoseStage.HOUR, DoseStage.HALF_HOUR, DoseStage.TEN_MINUTES, DoseStage.OVER)
                .map(stage -> stage.beginsAt(deadline)).filter(at -> at.isAfter(state.now())).findFirst());
    }
}
