package org.gardefroid.cli.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.cli.Refused;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.custody.Custody;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.Happening;
import org.gardefroid.vaccines.custody.Happening.StartRef;
import org.gardefroid.vaccines.custody.PlaceId;

import static org.gardefroid.cli.Words.say;

/** What events of a file say of each other: what cannot be meant would be lost without a word, and is refused instead. */
record EventReferences(Path file, List<CustodyEvent> events, Map<String, CustodyEvent> named) {

    void check() {
        for (CustodyEvent event : events) {
            switch (event.what()) {
                case Happening.Voided(StartRef start, var label, var reason) -> {
                    start.event().ifPresent(id -> voids(id, find(id)));
                    start.container().ifPresent(of -> {
                        if (!Custody.of(events).containers().contains(of)) {
                            throw new Refused(say("judge.no-container", file, of.kind().code(), of.name()));
                        }
                        if (events.stream().noneMatch(other -> isStart(other.what(), start))) {
                            throw new Refused(say("judge.no-start", file, of.kind().code(), of.name(),
                                    start.step().map(VialStep::code).orElse("-")));
                        }
                    });
                }
                case Happening.Dated(String of) -> {
                    if (find(of).at().isPresent()) {
                        throw new Refused(say("judge.dated-already", file, of, find(of).at().get()));
                    }
                }
                case Happening.ClockLost(var box) -> box.ifPresent(this::isSomewhere);
                case Happening.ClockBack(var box) -> box.ifPresent(this::isSomewhere);
                default -> { // says nothing of another
                }
            }
        }
    }

    private CustodyEvent find(String id) {
        CustodyEvent event = named.get(id);
        if (event == null) {
            throw new Refused(say("judge.no-event", file, id));
        }
        return event;
    }

    /** Only a start is taken back: a wrong move is told by where it is instead. */
    private void voids(String id, CustodyEvent event) {
        boolean starts = switch (event.what()) {
            case Happening.Began began -> true;
            case Happening.DrewUp drawing -> true;
            case Happening.Placed placed -> placed.arrival().thawedAt().isPresent();
            default -> false;
        };
        if (!starts) {
            throw new Refused(say("judge.no-start-event", file, id));
        }
    }

    private static boolean isStart(Happening what, StartRef meant) {
        Optional<VialStep> step = meant.step();
        return switch (what) {
            case Happening.Began(var of, var label, VialStep began) -> meant.container().equals(Optional.of(of))
                    && step.filter(other -> other != began).isEmpty();
            case Happening.DrewUp(var vial, var syringe, var label, var equipment) ->
                meant.container().equals(Optional.of(syringe))
                        && step.filter(other -> other != VialStep.DRAWN_UP).isEmpty();
            case Happening.Placed(var of, var equipment, var label, var arrival) ->
                meant.container().equals(Optional.of(of)) && arrival.thawedAt().isPresent()
                        && step.filter(other -> other != VialStep.THAWED).isEmpty();
            default -> false;
        };
    }

    private void isSomewhere(PlaceId box) {
        boolean isKnown = events.stream().anyMatch(event -> switch (event.what()) {
            case Happening.Placed placed -> placed.equipment().equals(box);
            case Happening.WentTo went -> went.place().near().equals(Optional.of(box));
            case Happening.DrewUp drawing -> drawing.equipment().equals(Optional.of(box));
            case Happening.Split split -> split.equipment().equals(Optional.of(box));
            case Happening.ProbePlaced probe -> probe.equipment().equals(box);
            default -> false;
        });
        if (!isKnown) {
            throw new Refused(say("judge.no-equipment", file, box.name()));
        }
    }
}
