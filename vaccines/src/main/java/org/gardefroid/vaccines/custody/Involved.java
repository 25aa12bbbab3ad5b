package org.gardefroid.vaccines.custody;

import java.util.List;

/** The containers that an event is of. */
final class Involved {

    private Involved() {}

    static List<ContainerId> in(Happening what) {
        return switch (what) {
            case Happening.Placed(var container, var equipment, var label, var arrival) -> List.of(container);
            case Happening.WentTo(var container, var label, var place) -> List.of(container);
            case Happening.Labelled(var container, var label) -> List.of(container);
            case Happening.WentBack(var container, var label) -> List.of(container);
            case Happening.Split(var lot, var part, var equipment, var doses) -> List.of(lot, part);
            case Happening.Began(var container, var label, var step) -> List.of(container);
            case Happening.DrewUp(var vial, var syringe, var label, var equipment) -> List.of(vial, syringe);
            case Happening.Used(var container, var label, var doses) -> List.of(container);
            case Happening.Finished(var container, var label, var how) -> List.of(container);
            case Happening.Chosen(var container, var label, var product) -> List.of(container);
            case Happening.Decided(var container, var label, var decision, var reason) -> List.of(container);
            case Happening.Voided voided -> voided.start().container().stream().toList();
            case Happening.Dated dated -> List.of();
            case Happening.ClockLost lost -> List.of();
            case Happening.ClockBack back -> List.of();
            case Happening.ProbePlaced probe -> List.of();
            case Happening.ProbeRemoved probe -> List.of();
        };
    }
}
