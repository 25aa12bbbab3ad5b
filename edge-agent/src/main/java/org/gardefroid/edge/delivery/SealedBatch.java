package org.gardefroid.edge.delivery;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.Decoded;

/** A batch as it is on the card and goes over the wire: its bytes are the batch, and never change. */
public final class SealedBatch {

    private final BatchId id;
    private final byte[] content;
    private final Sha256 hash;
    private final boolean urgent;
    private final Optional<Instant> sealedAt;

    /**
     * @param content not to be changed by anybody from here on
     * @param hash of {@code content}
     * @param sealedAt what the wall clock showed, if it was trusted
     */
    public SealedBatch(BatchId id, byte[] content, Sha256 hash, boolean urgent, Optional<Instant> sealedAt) {
        this.id = id;
        this.content = content;
        this.hash = hash;
        this.urgent = urgent;
        this.sealedAt = sealedAt;
    }

    public BatchId id() {
        return id;
    }

    /** Not a copy: to be read only. */
    public byte[] content() {
        return content;
    }

    public Sha256 hash() {
        return hash;
    }

    /** What the bytes say, if nothing has changed them. */
    public Optional<Batch> decoded() {
        return Sha256.of(content).equals(hash)
                && BatchCodec.decode(id, content) instanceof Decoded.Ok<Batch>(Batch batch)
                        ? Optional.of(batch)
                        : Optional.empty();
    }

    /** It belongs to an alarm, and goes before the backlog. */
    public boolean urgent() {
        return urgent;
    }

    public Optional<Instant> sealedAt() {
        return sealedAt;
    }

    @Override
    public String toString() {
        return id + " (" + content.length + " bytes)";
    }
}
