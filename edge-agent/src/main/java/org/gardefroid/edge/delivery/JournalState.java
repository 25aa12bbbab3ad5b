package org.gardefroid.edge.delivery;

import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Sha256;

/**
 * One journal on the card. Each number from 1 to {@code lastNumber} is delivered, rejected, dropped or, if none of these,
 * to be sent.
 *
 * @param lastNumber the last number sealed
 * @param lastHash the SHA-256 of the batch with that number; {@link Sha256#NONE} if it is not known any more, and then
 *     nothing follows this journal
 * @param delivered what the service has
 * @param rejected what the service keeps in quarantine
 * @param dropped what has no bytes any more although the service does not have it, and has not heard of it either
 * @param urgent of what is to be sent, what belongs to an alarm
 */
public record JournalState(
        JournalId journal,
        long lastNumber,
        Sha256 lastHash,
        NumberSet delivered,
        NumberSet rejected,
        NumberSet dropped,
        NumberSet urgent) {

    public JournalState {
        if (lastNumber < 1) {
            throw new IllegalArgumentException("a journal has at least one batch: " + lastNumber);
        }
    }

    public NumberSet toSend() {
        return NumberSet.range(1, lastNumber).minus(delivered).minus(rejected).minus(dropped);
    }
}
