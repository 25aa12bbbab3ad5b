package org.gardefroid.vaccines.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.custody.Happening.StartRef;

/** Every clock that began, in order, and which of them were taken back. */
final class Starts {

    private final List<Start> all = new ArrayList<>();

    static List<Start> of(List<Moment> moments) {
        Starts starts = new Starts();
        moments.forEach(starts::take);
        // A correction may be dated before what it corrects, by a clock that was wrong: it counts all the same.
        moments.forEach(starts::takeBack);
        // Only now is it known what stands: the first dose taken has opened its vial, if nothing else did.
        moments.forEach(starts::open);
        return List.copyOf(starts.all);
    }

    private void take(Moment moment) {
        CustodyEvent event = moment.event();
        switch (event.what()) {
            case Happening.Began(var container, var label, VialStep step) -> all.add(start(moment, container, step));
            case Happening.DrewUp(var vial, var syringe, var label, var equipment) ->
                all.add(start(moment, syringe, VialStep.DRAWN_UP));
            case Happening.Placed(var container, var equipment, var label, var arrival) -> arrival.thawedAt()
                    .ifPresent(at -> all.add(new Start(container, VialStep.THAWED, at, Optional.of(at), event.id(),
                            Optional.empty())));
            default -> { // everything else begins nothing
            }
        }
    }

    private static Start start(Moment moment, ContainerId container, VialStep step) {
        CustodyEvent event = moment.event();
        return new Start(container, step, moment.when(), event.at(), event.id(), Optional.empty());
    }

    /** Nobody takes a dose from a vial that is closed, whether or not its opening was recorded, or was taken back. */
    private void open(Moment moment) {
        switch (moment.event().what()) {
            case Happening.DrewUp(var vial, var syringe, var label, var equipment) -> {
                int drawing = all.indexOf(start(moment, syringe, VialStep.DRAWN_UP));
                if (drawing >= 0 && !isOpen(vial, moment)) {
                    all.add(drawing, start(moment, vial, VialStep.PUNCTURED));
                }
            }
            case Happening.Used(var vial, var label, int doses) when vial.kind() == ContainerId.Kind.VIAL -> {
                if (!isOpen(vial, moment)) {
                    all.add(start(moment, vial, VialStep.PUNCTURED));
                }
            }
            default -> { // everything else leaves it as it is
            }
        }
    }

    private boolean isOpen(ContainerId vial, Moment moment) {
        return all.stream().anyMatch(start -> start.counts() && start.container().equals(vial)
                && Condition.opens(start.step()) && !start.when().isAfter(moment.when()));
    }

    private void takeBack(Moment moment) {
        if (moment.event().what() instanceof Happening.Voided(StartRef ref, var label, String reason)) {
            var why = new Start.Voiding(moment.when(), moment.event().by(), reason);
            if (ref.event().isPresent()) {
                all.replaceAll(start -> start.counts() && start.event().equals(ref.event())
                        ? start.takenBack(why)
                        : start);
                return;
            }
            for (int i = all.size() - 1; i >= 0; i--) {
                Start start = all.get(i);
                if (start.counts() && !start.when().isAfter(moment.when())
                        && ref.container().filter(start.container()::equals).isPresent()
                        && ref.step().filter(step -> step != start.step()).isEmpty()) {
                    all.set(i, start.takenBack(why));
                    return;
                }
            }
        }
    }
}
