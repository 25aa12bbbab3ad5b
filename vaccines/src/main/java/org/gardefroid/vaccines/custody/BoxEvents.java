package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.custody.ContainerId.Kind;
import org.gardefroid.vaccines.custody.Happening.StartRef;

/** What a box records of vials, in the words of their custody: the same on the box and in the service. */
public final class BoxEvents {

    private static final Comparator<Told> ORDER = Comparator.comparingLong(Told::order);

    private final Function<ProductId, Optional<Integer>> dosesPerVial;
    private final Map<VialId, Integer> left = new HashMap<>();
    private final Set<VialId> known = new HashSet<>();
    /** Who takes a start back, and why: told just before it. */
    private final Map<VialId, Event.StartVoided> voidings = new HashMap<>();
    private final List<CustodyEvent> events = new ArrayList<>();

    private BoxEvents(Function<ProductId, Optional<Integer>> dosesPerVial) {
        this.dosesPerVial = dosesPerVial;
    }

    /**
     * An event as it was recorded.
     *
     * @param at empty where the box did not know the time
     * @param order its place among all that this box recorded
     */
    public record Told(Optional<Instant> at, long order, PlaceId box, Event event) {}

    /** @param dosesPerVial of a product, where its profile says so: from then on what is left tells what was given */
    public static List<CustodyEvent> of(
            Collection<Told> records, Function<ProductId, Optional<Integer>> dosesPerVial) {
        BoxEvents box = new BoxEvents(dosesPerVial);
        records.stream().sorted(ORDER).forEach(box::take);
        return List.copyOf(box.events);
    }

    private void take(Told told) {
        switch (told.event()) {
            case Event.VialHandled(VialId vial, ProductId product, VialStep step) -> handled(told, vial, product, step);
            case Event.VialMoved(VialId vial, boolean inside) -> {
                known.add(vial);
                add(told, new Happening.WentTo(container(vial), Label.NONE, inside
                        ? new Place.Inside(told.box())
                        : new Place.OnTheTable(Optional.of(told.box()), Optional.empty())));
            }
            case Event.VialOfLot(VialId vial, LotNumber lot) -> add(told,
                    new Happening.Labelled(container(vial), Label.ofLot(lot.value())));
            case Event.DosesLeft(VialId vial, int doses) -> {
                int before = left.getOrDefault(vial, doses);
                left.put(vial, doses);
                if (before > doses) {
                    add(told, new Happening.Used(container(vial), before - doses));
                }
            }
            case Event.StartVoided voiding -> voidings.put(voiding.vial(), voiding);
            case Event.ClockChanged(boolean trusted) -> add(told, trusted
                    ? new Happening.ClockBack(Optional.of(told.box()))
                    : new Happening.ClockLost(Optional.of(told.box())));
            case Event _ -> { // nothing of vials; why one is done with stands beside its FINISHED
            }
        }
    }

    private void handled(Told told, VialId vial, ProductId product, VialStep step) {
        ContainerId container = container(vial);
        Label label = Label.ofProduct(product);
        if (known.add(vial)) { // it is handled at the box: from then on it is there, wherever its lot goes
            add(told, new Happening.WentTo(container, label, new Place.Inside(told.box())));
            dosesPerVial.apply(product).ifPresent(doses -> left.putIfAbsent(vial, doses));
        }
        switch (step) {
            case VOIDED -> voided(told, vial);
            case FINISHED -> add(told, new Happening.Finished(container, step.code()));
            case THAWED, PUNCTURED, DILUTED, RECONSTITUTED, DRAWN_UP -> add(told,
                    new Happening.Began(container, label, step));
        }
    }

    /** Boxes of before did not say who and why. */
    private void voided(Told told, VialId vial) {
        Optional<Event.StartVoided> said = Optional.ofNullable(voidings.remove(vial));
        events.add(new CustodyEvent(Optional.empty(), told.at(), told.order(), said.map(Event.StartVoided::by),
                new Happening.Voided(new StartRef(Optional.empty(), Optional.of(container(vial)), Optional.empty()),
                        said.map(why -> why.reason().code()).orElse("-"))));
    }

    private static ContainerId container(VialId vial) {
        return new ContainerId(Kind.VIAL, vial.value());
    }

    private void add(Told told, Happening what) {
        events.add(new CustodyEvent(Optional.empty(), told.at(), told.order(), Optional.empty(), what));
    }
}
