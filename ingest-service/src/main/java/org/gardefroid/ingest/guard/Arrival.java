package org.gardefroid.ingest.guard;

import java.time.Instant;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.Decoded;

/** A message that came under a batch's topic: its identity is known even where its bytes mean nothing. */
public final class Arrival {

    private final BatchId id;
    private final byte[] payload;
    private final Sha256 hash;
    private final Decoded<Batch> content;
    private final Instant receivedAt;

    private Arrival(BatchId id, byte[] payload, Sha256 hash, Decoded<Batch> content, Instant receivedAt) {
        this.id = id;
        this.payload = payload;
        this.hash = hash;
        this.content = content;
        this.receivedAt = receivedAt;
    }

    /**
     * @param id from the topic
     * @param payload not to be changed by anybody from here on
     */
    public static Arrival of(BatchId id, byte[] payload, Instant receivedAt) {
        return new Arrival(id, payload, Sha256.of(payload), BatchCodec.decode(id, payload), receivedAt);
    }

    /** The same message, refused for a reason that the bytes alone do not show. */
    public Arrival refused(Rejection reason, String detail) {
        return new Arrival(id, payload, hash, new Decoded.Refused<>(reason, detail), receivedAt);
    }

    boolean wasRefusedByDatabase() {
        return content instanceof Decoded.Refused<Batch>(Rejection reason, String detail)
                && reason == Rejection.REFUSED_BY_DATABASE;
    }

    public BatchId id() {
        return id;
    }

    /** Not a copy: to be read only. */
    public byte[] payload() {
        return payload;
    }

    public Sha256 hash() {
        return hash;
    }

    public Decoded<Batch> content() {
        return content;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public String toString() {
        return id + " (" + payload.length + " bytes)";
    }
}
