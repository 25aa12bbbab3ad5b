package org.gardefroid.edge.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;

/**
 * What one receipt settles, and what it takes back.
 *
 * <p>Any receipt adds: what it names is at the service. Only the answer to a question of ours takes away as well, for
 * another one may be as old as it likes.
 */
final class Settlement {

    private final Flights flights;
    private final List<DeliveryAction> actions = new ArrayList<>();
    private boolean moved;

    private Settlement(Flights flights) {
        this.flights = flights;
    }

    /** @param askedAtMillis when the question was asked that the receipt answers, if it answers one */
    static Settlement of(Receipt receipt, OptionalLong askedAtMillis, Lanes lanes, Flights flights) {
        Settlement settlement = new Settlement(flights);
        for (Receipt.OfJournal ofJournal : receipt.journals()) {
            lanes.of(ofJournal.journal()).ifPresent(lane -> {
                settlement.add(lane, ofJournal);
                askedAtMillis.ifPresent(askedAt -> settlement.takeAway(lane, ofJournal, askedAt));
            });
        }
        return settlement;
    }

    /** In order. */
    List<DeliveryAction> actions() {
        return List.copyOf(actions);
    }

    /** Something that was in flight has arrived. */
    boolean moved() {
        return moved;
    }

    private void add(Lane lane, Receipt.OfJournal receipt) {
        JournalId journal = lane.journal();
        NumberSet quarantined = quarantined(receipt);
        NumberSet delivered = lane.deliver(receipt.stored().minus(quarantined));
        if (!delivered.isEmpty()) {
            actions.add(new DeliveryAction.MarkDelivered(journal, delivered));
        }
        NumberSet rejected = lane.reject(quarantined);
        if (!rejected.isEmpty()) {
            Map<Long, Rejection> reasons = new HashMap<>(receipt.rejected());
            reasons.keySet().removeIf(number -> !rejected.contains(number));
            actions.add(new DeliveryAction.MarkRejected(journal, reasons));
        }
        moved |= flights.arrived(journal, delivered.union(rejected));
    }

    private void takeAway(Lane lane, Receipt.OfJournal receipt, long askedAtMillis) {
        if (receipt.upTo() == 0) {
            return;
        }
        NumberSet known = receipt.stored().union(quarantined(receipt));
        NumberSet lost = lane.retract(receipt.upTo(), known);
        if (!lost.isEmpty()) {
            actions.add(new DeliveryAction.Retract(lane.journal(), lost));
        }
        // What was sent after the question may well be on its way.
        NumberSet spokenOf = NumberSet.range(1, Math.min(receipt.upTo(), lane.last()));
        flights.lost(lane.journal(), spokenOf.minus(known), askedAtMillis);
    }

    private static NumberSet quarantined(Receipt.OfJournal receipt) {
        return NumberSet.of(receipt.rejected().keySet().stream().mapToLong(Long::longValue).toArray());
    }
}
