package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.telemetry.ProductId;
import org.jspecify.annotations.Nullable;

/** What was recorded of one container, in order; what it comes from goes before. */
final class Life {

    private final ContainerId container;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Move> own = new ArrayList<>();
    private Label label = Label.NONE;
    private boolean mixedUp;
    private Optional<ContainerId> parent = Optional.empty();
    private final List<Openings.Came> came = new ArrayList<>();
    private Optional<ProductId> chosen = Optional.empty();
    private @Nullable Life from;
    /** When it left its parent by an event of its own, though no place is said. */
    private @Nullable Instant left;

    /** @param to empty for back into the equipment that it was taken out of */
    private record Move(Instant at, Optional<Place> to) {}

    Life(ContainerId container) {
        this.container = container;
    }

    void take(Moment moment) {
        moments.add(moment);
        switch (moment.event().what()) {
            case Happening.Placed(var of, var equipment, var said, var brought) -> {
                learn(said);
                came.add(new Openings.Came(moment.when(), brought));
                own.add(new Move(moment.when(), Optional.of(new Place.Inside(equipment))));
            }
            case Happening.WentTo(var of, var said, var place) -> {
                learn(said);
                own.add(new Move(moment.when(), Optional.of(place)));
            }
            case Happening.WentBack(var of) -> own.add(new Move(moment.when(), Optional.empty()));
            case Happening.Began(var of, var said, var step) -> learn(said);
            case Happening.Labelled(var of, var said) -> learn(said);
            case Happening.DrewUp(var vial, var syringe, var said, var equipment) -> {
                if (container.equals(vial)) {
                    learn(said);
                } else if (container.equals(syringe)) {
                    mixedUp |= parent.filter(known -> !known.equals(vial)).isPresent();
                    leave(vial, moment, equipment);
                }
            }
            case Happening.Split(var lot, var part, var equipment, var doses) when container.equals(part) ->
                leave(lot, moment, equipment);
            case Happening.Chosen(var of, var product) -> chosen = Optional.of(product);
            default -> { // neither where it is nor what it is
            }
        }
    }

    private void learn(Label said) {
        mixedUp |= label.contradicts(said);
        label = label.and(said);
        if (container.kind() == ContainerId.Kind.VIAL) {
            parent = label.lot();
        }
    }

    private void leave(ContainerId whole, Moment moment, Optional<PlaceId> equipment) {
        parent = parent.or(() -> Optional.of(whole));
        if (left == null) {
            left = moment.when();
        }
        equipment.ifPresent(into -> own.add(new Move(moment.when(), Optional.of(new Place.Inside(into)))));
    }

    void follow(Life whole) {
        for (Life life = whole; life != null; life = life.from) {
            if (life == this) { // a lot split from its own part: then nothing is known of where it comes from
                mixedUp = true;
                return;
            }
        }
        from = whole;
    }

    ContainerId container() {
        return container;
    }

    Optional<ContainerId> parent() {
        return parent;
    }

    Optional<Life> from() {
        return Optional.ofNullable(from);
    }

    List<Moment> moments() {
        return moments;
    }

    /** When it went its own way; empty while it follows what it comes from. */
    Optional<Instant> parted() {
        return Optional.ofNullable(left).or(() -> own.stream().findFirst().map(Move::at));
    }

    Label label() {
        Label whole = from == null ? Label.NONE : from.label();
        return label.and(whole);
    }

    boolean isMixedUp() {
        return mixedUp || from != null && (from.isMixedUp() || label.contradicts(from.label()));
    }

    Optional<ProductId> chosen() {
        return chosen.or(() -> from == null ? Optional.empty() : from.chosen());
    }

    /** What it had been through before it came, with all that what it comes from had. */
    Openings openings() {
        return Openings.of(came());
    }

    private List<Openings.Came> came() {
        return Stream.concat(from == null ? Stream.of() : from.came().stream(), came.stream()).toList();
    }

    boolean inherits(ContainerId start, Instant when) {
        if (start.equals(container)) {
            return true;
        }
        return from != null && parted().filter(when::isAfter).isEmpty() && from.inherits(start, when);
    }

    /** Where it was, from when on; what it comes from until it went its own way. */
    List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        if (from != null) {
            from.stays().stream().filter(stay -> parted().filter(stay.from()::isAfter).isEmpty())
                    .forEach(stays::add);
        } else if (isKnownBeforeItsPlace()) {
            stays.add(new Stay(moments.getFirst().when(), new Place.Elsewhere()));
        }
        for (Move move : own) {
            Optional<PlaceId> near = stays.isEmpty() ? Optional.empty() : stays.getLast().place().near();
            stays.add(new Stay(move.at(), resolved(move.to(), near)));
        }
        return stays;
    }

    /** Then nobody measured until it got one, unless its opening exposure tells of that time. */
    private boolean isKnownBeforeItsPlace() {
        boolean isTold = came.stream().anyMatch(each -> each.arrival().opening() instanceof Arrival.Opening.Told);
        return !moments.isEmpty()
                && (own.isEmpty() || !isTold && moments.getFirst().when().isBefore(own.getFirst().at()));
    }

    private static Place resolved(Optional<Place> to, Optional<PlaceId> near) {
        if (to.isEmpty()) {
            return near.<Place>map(Place.Inside::new).orElseGet(Place.Elsewhere::new);
        }
        return to.get() instanceof Place.OnTheTable(var beside, var ambient)
                ? new Place.OnTheTable(beside.or(() -> near), ambient)
                : to.get();
    }

    Optional<Place> placeAt(Instant instant) {
        return stays().stream().filter(stay -> !stay.from().isAfter(instant)).map(Stay::place)
                .reduce((earlier, later) -> later);
    }

    /** When it was used up, wasted or handed back. */
    Optional<Moment> finished() {
        return moments.stream().filter(moment -> moment.event().what() instanceof Happening.Finished).findFirst();
    }

    boolean hasUndated() {
        return moments.stream().anyMatch(moment -> !moment.isDated())
                || from != null && from.moments.stream().anyMatch(
                        moment -> !moment.isDated() && inherits(from.container, moment.when()));
    }
}
