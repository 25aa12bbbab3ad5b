package org.gardefroid.ingest.mqtt;

import java.time.Instant;

/**
 * A message as it came.
 *
 * <p>A class and not a record, for its bytes are an array: two arrivals are never compared.
 */
public final class Arrival {

    private final String topic;
    private final byte[] payload;
    private final Instant receivedAt;
    private final long receivedNanos;

    /** @param receivedNanos {@link System#nanoTime} when it came, to tell how long storing it took */
    public Arrival(String topic, byte[] payload, Instant receivedAt, long receivedNanos) {
        this.topic = topic;
        this.payload = payload;
        this.receivedAt = receivedAt;
        this.receivedNanos = receivedNanos;
    }

    public String topic() {
        return topic;
    }

    /** The bytes themselves, not a copy: nobody writes to them. */
    public byte[] payload() {
        return payload;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public long receivedNanos() {
        return receivedNanos;
    }
}
