package org.gardefroid.ingest.notify;

/** Is told that notifications have been written down and committed, which are due at once. A hint and no more. */
@FunctionalInterface
public interface MailWaiting {

    void wake();
}
