package org.gardefroid.edge.delivery;

import java.util.Map;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Rejection;

/** What {@link Delivery} wants done. */
public sealed interface DeliveryAction {

    /** To be answered by {@link Delivery#published}, {@link Delivery#publishFailed} or {@link Delivery#gone}. */
    record Publish(BatchId id) implements DeliveryAction {}

    record Ask(Question question) implements DeliveryAction {}

    record MarkDelivered(JournalId journal, NumberSet numbers) implements DeliveryAction {}

    record MarkRejected(JournalId journal, Map<Long, Rejection> rejected) implements DeliveryAction {}

    /** The service answered that it does not have these, although it once had: it was restored from a backup. */
    record Retract(JournalId journal, NumberSet numbers) implements DeliveryAction {}
}
