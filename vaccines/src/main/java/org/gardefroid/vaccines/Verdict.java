package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;

/** What the system says of a vial. It supports a decision; it never says destroy. */
public sealed interface Verdict {

    /**
     * Utilisable.
     *
     * @param revision of the profile it was judged by
     * @param until when that ends by itself
     */
    record Usable(ProductId profile, int revision, Optional<Instant> until) implements Verdict {}

    /** À isoler: do not use, set apart, call. */
    record Isolate(List<Reason> reasons) implements Verdict {
        public Isolate {
            reasons = List.copyOf(reasons);
        }
    }

    /** Délai dépassé. */
    record TimeExceeded(List<Reason> reasons) implements Verdict {
        public TimeExceeded {
            reasons = List.copyOf(reasons);
        }
    }

    /** Of a product that nothing is known of. */
    static Verdict withoutProfile(ProductId product) {
        return new Isolate(List.of(new Reason.NoProfile(product)));
    }

    /**
     * Of a vial whose clock stands so.
     *
     * @param demo takes an unsigned profile for signed; never where real vaccines are
     */
    static Verdict of(DoseClock clock, DoseState state, boolean demo) {
        ProductProfile profile = clock.profile();
        List<Reason> reasons = new ArrayList<>();
        boolean isOver = false;
        Optional<Instant> until = Optional.empty();
        switch (clock.status(state)) {
            case DoseStatus.NotStarted notStarted -> {
            }
            case DoseStatus.Running(Deadline deadline) -> until = Optional.of(deadline.at());
            case DoseStatus.Over(Deadline deadline) -> {
                isOver = true;
                reasons.add(new Reason.InUseTimeOver(deadline));
            }
            case DoseStatus.Finished(Instant at, Optional<Deadline> over) -> {
                reasons.add(new Reason.Finished(at));
                over.map(Reason.InUseTimeOver::new).ifPresent(reasons::add);
            }
            case DoseStatus.TimeUnknown unknown -> reasons.add(new Reason.TimeUnknown());
            case DoseStatus.FigureMissing(var steps, var deadline) -> steps.forEach(
                    step -> reasons.add(new Reason.FigureMissing(step, profile.contact())));
        }
        if (state.mixedUp()) {
            reasons.add(new Reason.MixedUp());
        }
        // What an unsigned profile says counts for nothing, be it good or bad.
        boolean isSigned = profile.validation().isPresent() || demo;
        if (!isSigned) {
            reasons.add(new Reason.ProfileNotSigned(profile.revision()));
        }
        if (reasons.isEmpty()) {
            return new Usable(profile.product(), profile.revision(), until);
        }
        return isOver && isSigned && !state.mixedUp() ? new TimeExceeded(reasons) : new Isolate(reasons);
    }
}
