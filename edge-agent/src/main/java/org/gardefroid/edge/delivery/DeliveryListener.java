package org.gardefroid.edge.delivery;

import java.util.Map;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Rejection;

/** Is told what became of batches, after it is on the card. */
public interface DeliveryListener {

    void delivered(JournalId journal, NumberSet numbers);

    void rejected(JournalId journal, Map<Long, Rejection> rejected);

    /** The service no longer had these; they are sent again. */
    void retracted(JournalId journal, NumberSet numbers);

    /** The service has other bytes than ours under this number: a technical alarm. */
    void forked(BatchId id);

    /** These were given up, because the card is full: a technical alarm. */
    void givenUp(Map<JournalId, NumberSet> numbers);
}
