package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.ContainerId.Kind;
import org.gardefroid.vaccines.custody.Happening.StartRef;

/** What boxes record of vials and syringes, in the words of their custody: the same on the box and in the service. */
public final class BoxEvents {

    private static final Comparator<Told> ORDER = Comparator.comparingLong(Told::order);

    private final Function<ProductId, Optional<Integer>> dosesPerVial;
    private final Set<VialId> syringes;
    private final Map<VialId, Integer> left = new HashMap<>();
    /** Who takes a start back, and why: told just before it. */
    private final Map<VialId, Event.StartVoided> voidings = new HashMap<>();
    /** Where each was put, or first handled. */
    private final Map<VialId, PlaceId> at = new HashMap<>();
    /** The drawings that stand. */
    private final Map<VialId, VialId> drawnFrom = new HashMap<>();
    private final List<CustodyEvent> events = new ArrayList<>();

    private BoxEvents(Function<ProductId, Optional<Integer>> dosesPerVial, Set<VialId> syringes) {
        this.dosesPerVial = dosesPerVial;
        this.syringes = syringes;
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
        return List.copyOf(read(records, dosesPerVial).events);
    }

    /** How many doses are left in each, as far as that is known: what is in a syringe is not in its vial any more. */
    static Map<VialId, Integer> left(Collection<Told> records, Function<ProductId, Optional<Integer>> dosesPerVial) {
        return read(records, dosesPerVial).left;
    }

    private static BoxEvents read(
            Collection<Told> records, Function<ProductId, Optional<Integer>> dosesPerVial) {
        Set<VialId> syringes = records.stream().map(Told::event)
                .flatMap(event -> event instanceof Event.VialHandled handled && handled.drawnFrom().isPresent()
                        ? Stream.of(handled.vial())
                        : Stream.of())
                .collect(Collectors.toSet());
        BoxEvents box = new BoxEvents(dosesPerVial, syringes);
        records.stream().sorted(ORDER).forEach(box::take);
        return box;
    }

    private void take(Told told) {
        switch (told.event()) {
            case Event.VialHandled handled -> handled(told, handled);
            case Event.VialMoved(VialId vial, boolean inside) -> {
                at.put(vial, told.box());
                add(told, new Happening.WentTo(container(vial), Label.NONE, inside
                        ? new Place.Inside(told.box())
                        : new Place.OnTheTable(Optional.of(told.box()), Optional.empty())));
            }
            case Event.VialOfLot(VialId vial, LotNumber lot) -> add(told,
                    new Happening.Labelled(container(vial), Label.ofLot(lot.value())));
            case Event.DosesLeft(VialId vial, int doses) -> remain(told, vial, doses);
            // Of a vial, why it is done with stands beside its FINISHED; what is in a syringe is one dose, given or not.
            case Event.VialEnded(VialId goods, VialEnd end, var _) when syringes.contains(goods) -> {
                if (end == VialEnd.USED) {
                    left.putIfAbsent(goods, 1);
                    remain(told, goods, 0);
                }
            }
            case Event.StartVoided voiding -> voidings.put(voiding.vial(), voiding);
            case Event.ClockChanged(boolean trusted) -> add(told, trusted
                    ? new Happening.ClockBack(Optional.of(told.box()))
                    : new Happening.ClockLost(Optional.of(told.box())));
            case Event _ -> { // nothing of vials
            }
        }
    }

    private void remain(Told told, VialId goods, int doses) {
        int before = left.getOrDefault(goods, doses);
        left.put(goods, doses);
        if (before > doses) {
            add(told, new Happening.Used(container(goods), before - doses));
        } else {
            giveBack(container(goods), doses - before);
        }
    }

    /** A count that was too low is set right: so many of the doses that followed from it, the last ones, were not given. */
    private void giveBack(ContainerId goods, int doses) {
        int left = doses;
        for (int i = events.size() - 1; i >= 0 && left > 0; i--) {
            CustodyEvent event = events.get(i);
            if (event.what() instanceof Happening.Used(var of, var label, int given) && of.equals(goods)) {
                if (given > left) {
                    events.set(i, event.meaning(new Happening.Used(of, label, given - left)));
                } else {
                    events.remove(i);
                }
                left -= given;
            }
        }
    }

    private void handled(Told told, Event.VialHandled handled) {
        VialId vial = handled.drawnFrom().orElse(handled.vial());
        ContainerId container = container(vial);
        Label label = Label.ofProduct(handled.product());
        if (!at.containsKey(vial)) { // it is handled at the box: from then on it is there, wherever its lot goes
            at.put(vial, told.box());
            add(told, new Happening.WentTo(container, label, new Place.Inside(told.box())));
            (syringes.contains(vial) ? Optional.of(1) : dosesPerVial.apply(handled.product()))
                    .ifPresent(doses -> left.putIfAbsent(vial, doses));
        }
        if (handled.drawnFrom().isPresent()) {
            drawn(told, handled.vial(), vial, label);
            return;
        }
        switch (handled.step()) {
            case VOIDED -> voided(told, vial);
            case FINISHED -> add(told, new Happening.Finished(container, handled.step().code()));
            case THAWED, PUNCTURED, DILUTED, RECONSTITUTED, DRAWN_UP -> add(told,
                    new Happening.Began(container, label, handled.step()));
        }
    }

    /** Boxes of before did not say who and why. */
    private void voided(Told told, VialId vial) {
        Optional.ofNullable(drawnFrom.remove(vial))
                .ifPresent(from -> left.computeIfPresent(from, (_, doses) -> doses + 1));
        Optional<Event.StartVoided> said = Optional.ofNullable(voidings.remove(vial));
        events.add(new CustodyEvent(Optional.empty(), told.at(), told.order(), said.map(Event.StartVoided::by),
                new Happening.Voided(new StartRef(Optional.empty(), Optional.of(container(vial)), Optional.empty()),
                        said.map(why -> why.reason().code()).orElse("-"))));
    }

    /** It is filled where its vial is, unless another box tells so. */
    private void drawn(Told told, VialId syringe, VialId vial, Label label) {
        if (drawnFrom.put(syringe, vial) == null) {
            left.computeIfPresent(vial, (_, doses) -> Math.max(doses - 1, 0));
        }
        left.putIfAbsent(syringe, 1);
        Optional<PlaceId> elsewhere = Optional.of(told.box()).filter(box -> !box.equals(at.get(vial)));
        at.putIfAbsent(syringe, told.box());
        add(told, new Happening.DrewUp(container(vial), container(syringe), label, elsewhere));
    }

    private ContainerId container(VialId vial) {
        return new ContainerId(syringes.contains(vial) ? Kind.SYRINGE : Kind.VIAL, vial.value());
    }

    private void add(Told told, Happening what) {
        events.add(new CustodyEvent(Optional.empty(), told.at(), told.order(), Optional.empty(), what));
    }
}
