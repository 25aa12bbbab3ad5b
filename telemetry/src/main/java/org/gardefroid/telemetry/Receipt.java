package org.gardefroid.telemetry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service has of a device's journals, sent after the commit. The only thing an agent counts as delivery.
 *
 * <p>Without {@code answers} a receipt only ever adds. With it, it is the whole truth of each journal up to its
 * {@link OfJournal#upTo}: what it leaves out there is not stored, and is to be sent again.
 *
 * @param answers the nonce of the question that this answers
 */
public record Receipt(Optional<Nonce> answers, List<OfJournal> journals) {

    public Receipt {
        journals = List.copyOf(journals);
    }

    /**
     * One journal.
     *
     * @param upTo the greatest number that this speaks of: {@link #ALL}, unless the limits below cut it short. A journal
     *     of which nothing at all is stored is spoken of too, with {@link #ALL} and no ranges
     * @param stored what is stored, and what was declared as dropped
     * @param watermarkHash the SHA-256 of the batch at {@link NumberSet#watermark} of {@code stored}, where that batch is
     *     stored itself
     * @param rejected what is in quarantine, and why
     */
    public record OfJournal(
            JournalId journal,
            long upTo,
            NumberSet stored,
            Optional<Sha256> watermarkHash,
            Map<Long, Rejection> rejected) {

        /** Speaks of every number there can be: also of those that the service has never heard of, or no longer has. */
        public static final long ALL = Long.MAX_VALUE;

        /** The most ranges and the most rejections in one receipt; {@code upTo} ends where they do. */
        public static final int MOST_RANGES = 256;

        public OfJournal {
            rejected = Map.copyOf(rejected);
            if (upTo < 0) {
                throw new IllegalArgumentException("a receipt's upTo must be 0 or more: " + upTo);
            }
            if (stored.ranges().size() > MOST_RANGES || rejected.size() > MOST_RANGES) {
                throw new IllegalArgumentException("a receipt names at most " + MOST_RANGES + " ranges: "
                        + stored.ranges().size() + " stored, " + rejected.size() + " rejected");
            }
        }
    }
}
