package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The boxes that run without the time: each from when it lost it, until it knows it again. */
final class Losses {

    private final List<Loss> open = new ArrayList<>();

    /** Of one box, or of all but those that have known it again since. */
    private record Loss(Instant since, Optional<PlaceId> box, Set<Optional<PlaceId>> back) {

        boolean concerns(Optional<PlaceId> near) {
            return box.isEmpty() ? !back.contains(near) : box.equals(near);
        }
    }

    private Losses() {}

    static Losses of(List<Moment> moments) {
        Losses losses = new Losses();
        for (Moment moment : moments) {
            switch (moment.event().what()) {
                case Happening.ClockLost(var box) -> losses.open.add(new Loss(moment.when(), box, new HashSet<>()));
                case Happening.ClockBack(var box) -> {
                    losses.open.removeIf(loss -> box.isEmpty() || loss.box().equals(box));
                    losses.open.forEach(loss -> loss.back().add(box));
                }
                default -> { // not of clocks
                }
            }
        }
        return losses;
    }

    /** Wherever that has gone since: the box that lost it knows again what it was there for, or what came into it later. */
    boolean isTimeUnknown(Life life) {
        return open.stream().anyMatch(loss -> near(life, loss.since()).stream().anyMatch(loss::concerns));
    }

    /** Where it was then, and since; empty for nowhere. */
    private static List<Optional<PlaceId>> near(Life life, Instant since) {
        List<Optional<PlaceId>> near = new ArrayList<>();
        near.add(life.placeAt(since).flatMap(Place::near));
        life.stays().stream().filter(stay -> stay.from().isAfter(since)).forEach(stay -> near.add(stay.place().near()));
        return near;
    }
}
