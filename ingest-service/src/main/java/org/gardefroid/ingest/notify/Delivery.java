package org.gardefroid.ingest.notify;

/** What a mail server made of a message. */
sealed interface Delivery {

    /** It has taken it upon itself. */
    record Accepted(String said) implements Delivery {}

    /** It cannot now, or was not to be reached. */
    record Later(String said) implements Delivery {}

    /** It will not, however often it is asked. */
    record Refused(String said) implements Delivery {}
}
