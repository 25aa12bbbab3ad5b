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
            case Happening.WentBack(var of, var said) -> {
                learn(said);
                own.add(new Move(moment.when(), Optional.empty()));
            }
            case Happening.Began(var of, var said, var step) -> learn(said);
            case Happening.Labelled(var of, var said) -> learn(said);
            case Happening.DrewUp(var vial, var syringe, var said, var equipment) -> {
                if (container.equals(vial)) {
                    learn(said);
                } else if (container.equals(syringe)) {
                    mixedUp |= parent.filter(known -> !known.equals(vial)).isPresent();
                    learn(Label.ofVial(vial));
                    leave(vial, moment, equipment);
                }
            }
            case Happening.Split(var lot, var part, var equipment, var doses) when container.equals(part) ->
                leave(lot, moment, equipment);
            case Happening.Chosen(var of, var said, var product) -> {
                learn(said);
                mixedUp |= chosen.filter(known -> !known.equals(product)).isPresent();
                chosen = Optional.of(product);
            }
            case Happening.Used(var of, var said, var doses) -> learn(said);
            case Happening.Finished(var of, var said, var how) -> learn(said);
            case Happening.Decided(var of, var said, var decision, var reason) -> learn(said);
            case Happening.Voided(var start, var said, var reason) -> learn(said);
            default -> { // neither where it is nor what it is
            }
        }
    }

    void learn(Label said) {
        mixedUp |= label.contradicts(said);
        label = label.and(said);
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

    /** What it is of: the part of a lot, of the lot; a syringe, of its vial; a vial, of its lot. */
    Optional<ContainerId> parent() {
        return parent.or(label::vial).or(label::lot);
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

    /** What is said of it and what its label says are two products. */
    void mixUp() {
        mixedUp = true;
    }

    boolean isMixedUp() {
        return mixedUp || from != null && (from.isMixedUp() || label.contradicts(from.label()))
                || chosen().filter(product -> label().product().filter(said -> !said.equals(product)).isPresent())
                        .isPresent();
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
            stays.add(new Stay(move.at(), move.to().map(to -> beside(stays, to)).orElseGet(() -> back(stays))));
        }
        return stays;
    }

    /** Then nobody measured until it got one, unless its opening exposure tells of that time. */
    private boolean isKnownBeforeItsPlace() {
        boolean isTold = came.stream().anyMatch(each -> each.arrival().opening() instanceof Arrival.Opening.Told);
        return !moments.isEmpty()
                && (own.isEmpty() || !isTold && moments.getFirst().when().isBefore(own.getFirst().at()));
    }

    private static Place beside(List<Stay> before, Place to) {
        return to instanceof Place.OnTheTable(var beside, var ambient)
                ? new Place.OnTheTable(
                        beside.or(() -> before.isEmpty() ? Optional.empty() : before.getLast().place().near()), ambient)
                : to;
    }

    /** In the equipment that it was last in or beside, however far away it has been. */
    private static Place back(List<Stay> before) {
        return before.reversed().stream().flatMap(stay -> stay.place().near().stream()).findFirst()
                .<Place>map(Place.Inside::new).orElseGet(Place.Elsewhere::new);
    }

    Optional<Place> placeAt(Instant instant) {
        return stays().stream().filter(stay -> !stay.from().isAfter(instant)).map(Stay::place)
                .reduce((earlier, later) -> later);
    }

    /**
     * When it was used up, wasted or handed back: alone, or with its lot while it was where its lot was. A syringe holds
     * one dose, and is used up by giving it.
     */
    Optional<Moment> finished() {
        return moments.stream().filter(moment -> ends(moment.event().what())).findFirst()
                .or(() -> from().flatMap(Life::finished)
                        .filter(moment -> parted().filter(at -> !moment.when().isBefore(at)).isEmpty()));
    }

    private boolean ends(Happening what) {
        return what instanceof Happening.Finished
                || what instanceof Happening.Used && container.kind() == ContainerId.Kind.SYRINGE;
    }

    boolean hasUndated() {
        return moments.stream().anyMatch(moment -> !moment.isDated())
                || from != null && from.moments.stream().anyMatch(
                        moment -> !moment.isDated() && inherits(from.container, moment.when()));
    }
}
