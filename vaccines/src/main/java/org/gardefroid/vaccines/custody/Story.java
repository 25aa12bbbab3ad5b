package org.gardefroid.vaccines.custody;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.BoxEvents.Told;
import org.gardefroid.vaccines.custody.ContainerId.Kind;

/**
 * What boxes have told of a vial or a syringe, and of whatever was drawn up with it: what is in a syringe has been through
 * all that its vial had been through.
 *
 * @param told in order
 */
public record Story(VialId goods, List<Told> told) {

    public Story {
        told = List.copyOf(told);
    }

    /** What it is called in its custody. */
    public ContainerId container() {
        return new ContainerId(drawnFrom().isPresent() ? Kind.SYRINGE : Kind.VIAL, goods.value());
    }

    /** The vial that it was filled from; empty for a vial. */
    public Optional<VialId> drawnFrom() {
        return of(Event.VialHandled.class, goods).flatMap(handled -> handled.drawnFrom().stream()).findFirst();
    }

    /** What was said of itself last, for a person may have corrected the one before; else of its vial, else of a syringe of it. */
    public Optional<LotNumber> lot() {
        return lot(of(Event.VialOfLot.class, goods))
                .or(() -> drawnFrom().flatMap(vial -> lot(of(Event.VialOfLot.class, vial))))
                .or(() -> lot(events(Event.VialOfLot.class)));
    }

    private static Optional<LotNumber> lot(Stream<Event.VialOfLot> said) {
        return said.map(Event.VialOfLot::lot).reduce((_, last) -> last);
    }

    /** What it was first handled as. */
    public Optional<ProductId> product() {
        return of(Event.VialHandled.class, goods).map(Event.VialHandled::product).findFirst()
                .or(() -> events(Event.VialHandled.class).map(Event.VialHandled::product).findFirst());
    }

    /** Whether it is in its box, as far as anybody said; a syringe is filled where its vial is. */
    public boolean isInside() {
        Optional<VialId> vial = drawnFrom();
        boolean isInside = true;
        boolean isVialInside = true;
        for (Told each : told) {
            switch (each.event()) {
                case Event.VialMoved(VialId moved, boolean inside) when moved.equals(goods) -> isInside = inside;
                case Event.VialMoved(VialId moved, boolean inside) when vial.filter(moved::equals).isPresent() ->
                    isVialInside = inside;
                case Event.VialHandled handled when handled.vial().equals(goods) && handled.drawnFrom().isPresent() ->
                    isInside = isVialInside;
                case Event _ -> { // it stays where it is
                }
            }
        }
        return isInside;
    }

    private <T extends Event.OfVial> Stream<T> of(Class<T> kind, VialId vial) {
        return events(kind).filter(event -> event.vial().equals(vial));
    }

    private <T extends Event> Stream<T> events(Class<T> kind) {
        return told.stream().map(Told::event).filter(kind::isInstance).map(kind::cast);
    }
}
