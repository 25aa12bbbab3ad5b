package org.gardefroid.ingest.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary form, written in one go: the server neither parses text nor plans a statement. The order and
 * the types of the fields must be those of the COPY's columns.
 */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 8;
    private static final int FLUSH = 1 << 16;

    /** PostgreSQL counts microseconds from 2000. */
    private static final long EPOCH_SECONDS = 946_684_800L;

    private final CopyIn copy;
    private byte[] buffer = new byte[FLUSH + 4_096];
    private int length;
    private long rows;

    private BinaryCopy(CopyIn copy) {
        this.copy = copy;
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        this.length = HEADER;
    }

    /** @param target a table with its columns, {@code reading (measured_at, …)} */
    public static BinaryCopy into(Connection connection, String target) throws SQLException {
        return new BinaryCopy(connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)"));
    }

    public BinaryCopy row(int fields) throws SQLException {
        if (length >= FLUSH) {
            flush();
        }
        rows++;
        return put16(fields);
    }

    public BinaryCopy int2(int value) {
        return put32(2).put16(value);
    }

    public BinaryCopy int4(int value) {
        return put32(4).put32(value);
    }

    public BinaryCopy int8(long value) {
        return put32(8).put64(value);
    }

    public BinaryCopy truth(boolean value) {
        put32(1);
        buffer[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    public BinaryCopy timestamp(Instant value) {
        return int8((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
    }

    public BinaryCopy uuid(UUID value) {
        return put32(16).put64(value.getMostSignificantBits()).put64(value.getLeastSignificantBits());
    }

    public BinaryCopy text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy jsonb(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        put32(text.length + 1);
        buffer[length++] = 1; // the version of jsonb's binary form
        return raw(text);
    }

    public BinaryCopy bytes(byte[] value) {
        put32(value.length);
        return raw(value);
    }

    public BinaryCopy nothing() {
        return put32(-1);
    }

    /** Ends the copy; what the server refuses, it refuses here. */
    public long end() throws SQLException {
        reserve(2);
        put16(-1);
        flush();
        copy.endCopy();
        return rows;
    }

    /** Gives up what was not ended, so that the connection can be used for the rollback. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }

    private BinaryCopy raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
        return this;
    }

    private BinaryCopy put16(int value) {
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
        return this;
    }

    private BinaryCopy put32(int value) {
        reserve(32);
        buffer[length++] = (byte) (value >>> 24);
        buffer[length++] = (byte) (value >>> 16);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
        return this;
    }

    private BinaryCopy put64(long value) {
        put32((int) (value >>> 32));
        return put32((int) value);
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
