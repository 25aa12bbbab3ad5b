package org.gardefroid.edge.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;

/**
 * What is on the card. Each method that changes something is one transaction, and it is on the card when the method
 * returns; if it throws, nothing has changed.
 *
 * <p>A record is on the card with its batch, and not before: a record that a restored card knew as not yet sealed would be
 * sealed a second time, under another number, and stored twice.
 */
public interface JournalStore {

    /** Every journal there is, oldest first. The newest stays, even when all its batches have been forgotten. */
    List<JournalState> journals();

    /**
     * Adds a batch, which must be number 1 of a journal that is not there yet or follow the last one of its journal; and
     * gives up the bytes of others in the same transaction: the batch is what declares that they are gone.
     *
     * @param givenUp undelivered numbers whose bytes are dropped; they count as {@link JournalState#dropped} from now on
     * @throws CardFullException if there is no room
     */
    void seal(SealedBatch batch, Map<JournalId, NumberSet> givenUp);

    /** A batch as it was sealed, or nothing if its bytes are no longer there. */
    Optional<SealedBatch> batch(JournalId journal, long number);

    /** These are at the service: stored, or declared as dropped. What was {@code rejected} before stays so. */
    void markDelivered(JournalId journal, NumberSet numbers);

    /** These are in the service's quarantine; they are kept as long as what is delivered, and not sent again. */
    void markRejected(JournalId journal, NumberSet numbers);

    /**
     * The service no longer has these, neither stored nor rejected. Those without bytes become {@link
     * JournalState#dropped}.
     */
    void markUndelivered(JournalId journal, NumberSet numbers);

    /** Of what is to be sent, these cannot be: their bytes are gone, or are not what was sealed. They become dropped. */
    void giveUp(JournalId journal, NumberSet numbers);

    /**
     * Forgets what is delivered or rejected and was sealed before {@code instant}, with all delivered before it, and
     * journals of which nothing is left, except the newest.
     *
     * <p>"Sealed before" goes by the order of sealing: the youngest batch whose clock was trusted and showed an earlier
     * time, and all that were sealed before that one.
     */
    void forgetDelivered(Instant instant);

    /**
     * Forgets the oldest that is delivered or rejected until so many bytes are free.
     *
     * @return how many bytes were freed; less than asked for if there is nothing more to forget
     */
    long freeDelivered(long bytes);

    /** The oldest batches that are neither delivered nor rejected, enough to free so many bytes, if there are enough. */
    Map<JournalId, NumberSet> oldestUndelivered(long bytes);

    /** How many more bytes of batches fit. */
    long room();
}
