package org.gardefroid.ingest.mqtt;

import java.time.Duration;

/** Where arrivals go. It takes what it has room for; who offers waits, and with it the broker and the sender. */
@FunctionalInterface
public interface Inbound {

    /** Whether it was taken within {@code patience}. */
    boolean offer(Arrival arrival, Duration patience) throws InterruptedException;
}
