package org.gardefroid.edge.box;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.Deadline;
import org.gardefroid.vaccines.DoseClock;
import org.gardefroid.vaccines.DoseInput;
import org.gardefroid.vaccines.DoseStage;
import org.gardefroid.vaccines.DoseState;
import org.gardefroid.vaccines.DoseStatus;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.Reason;
import org.gardefroid.vaccines.Verdict;

/** One vial, and how its dose clock stands. */
final class OpenedVial {

    private Optional<DoseClock> clock;
    private DoseState state;
    private final int number;
    private Optional<LotNumber> lot = Optional.empty();
    private boolean inside = true;
    private Optional<Integer> dosesLeft = Optional.empty();

    OpenedVial(int number, VialId vial, ProductId product, ProfilesInForce profiles) {
        this.number = number;
        this.state = DoseState.initial(vial, product, Optional.empty());
        this.clock = profiles.clock(product);
    }

    void adopt(ProfilesInForce profiles) {
        clock = profiles.clock(state.product());
    }

    void handled(Instant at, VialHandled event) {
        take(new DoseInput.Handled(at, event.product(), event.step()));
    }

    void handledUndated(VialHandled event) {
        take(new DoseInput.HandledUndated(event.product(), event.step()));
    }

    /** What was handed in without a date has one now. */
    void dated(Instant at, VialHandled event) {
        take(new DoseInput.Dated(at, event.product(), event.step()));
    }

    /** Something that moves no clock. */
    void told(Event event) {
        switch (event) {
            case Event.VialMoved(VialId _, boolean inBox) -> inside = inBox;
            case Event.VialOfLot(VialId _, LotNumber known) -> lot = Optional.of(known);
            case Event.DosesLeft(VialId _, int doses) -> dosesLeft = Optional.of(doses);
            case Event _ -> {
            }
        }
    }

    Dose dose() {
        ProductProfile profile = counting().profile();
        DoseStatus status = counting().status(state);
        Optional<Instant> deadline = switch (status) {
            case DoseStatus.Running(Deadline end) -> Optional.of(end.at());
            case DoseStatus.Over(Deadline end) -> Optional.of(end.at());
            case DoseStatus.FigureMissing(var _, Optional<Deadline> end) -> end.map(Deadline::at);
            case DoseStatus.NotStarted _,DoseStatus.Finished _,DoseStatus.TimeUnknown _ -> Optional.empty();
        };
        return new Dose(number, state.vial(), state.product(), new Spoken(profile.nameFr(), profile.nameEn()), deadline,
                light(), verdict(), lot, inside, dosesLeft.or(profile::dosesPerVial),
                status instanceof DoseStatus.Finished);
    }

    void tick(Instant now) {
        take(new DoseInput.Tick(now));
    }

    void loseTime() {
        take(new DoseInput.TimeLost());
    }

    private void take(DoseInput input) {
        state = counting().step(state, input).state();
    }

    /** Of a product that nothing is known of, one that has no figure at all. */
    private DoseClock counting() {
        return clock.orElseGet(() -> new DoseClock(ProductProfile.withoutFigures(state.product())));
    }

    VialId id() {
        return state.vial();
    }

    ProductId product() {
        return state.product();
    }

    Verdict verdict() {
        return clock.map(known -> Verdict.of(known, state, false))
                .orElseGet(() -> Verdict.withoutProfile(state.product()));
    }

    /** What it asks of whoever stands before the box. A vial that is used up asks nothing any more. */
    Light light() {
        if (counting().status(state) instanceof DoseStatus.Finished) {
            return Light.GOOD;
        }
        return switch (verdict()) {
            case Verdict.Usable usable -> state.stage().isWarning() ? Light.LOOK : Light.GOOD;
            case Verdict.TimeExceeded over -> Light.ACT;
            // That nobody has signed for a figure was so before the vial was opened, and is nothing to run for.
            case Verdict.Isolate(List<Reason> reasons) ->
                reasons.stream().allMatch(Reason.ProfileNotSigned.class::isInstance) ? Light.LOOK : Light.ACT;
        };
    }

    /** How near its end it is: told anew whenever that changes. */
    DoseStage stage() {
        return state.stage();
    }
}
