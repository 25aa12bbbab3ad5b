package org.gardefroid.ingest.notify;

import java.time.Duration;

/** What whoever carries a message made of it. */
public sealed interface Delivery {

    /** Its own words, as far as it said any. */
    String said();

    /** It has taken it upon itself. */
    record Accepted(String said) implements Delivery {}

    /**
     * It cannot now, or was not to be reached.
     *
     * @param after it asks to be left alone for so long; zero if it did not say
     */
    record Later(String said, Duration after) implements Delivery {

        public Later(String said) {
            this(said, Duration.ZERO);
        }
    }

    /** It had all of it and did not say whether it has taken it: the same is sent again, under the same key. */
    record Ambiguous(String said) implements Delivery {}

    /** It will not, however often it is asked. */
    record Refused(String said) implements Delivery {}

    /** What stands for this in the database and in metrics, for ever. */
    default String code() {
        return switch (this) {
            case Accepted accepted -> "accepted";
            case Later later -> "later";
            case Ambiguous ambiguous -> "ambiguous";
            case Refused refused -> "refused";
        };
    }
}
