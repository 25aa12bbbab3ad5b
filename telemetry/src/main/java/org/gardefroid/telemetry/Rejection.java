package org.gardefroid.telemetry;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a message is in quarantine and not among the readings. The code is on the wire and in the database for ever.
 *
 * <p>A rejected batch is kept, bytes and all: it is answered so that its sender does not send it for ever, and a person
 * can look at it.
 */
public enum Rejection {
    /** The bytes are not the CBOR or JSON that they should be, or end too soon. */
    MALFORMED("malformed"),
    /** Larger than {@link Batch#MOST_BYTES}, or more records than {@link Batch#MOST_RECORDS}. */
    TOO_LARGE("too-large"),
    /** A version of the wire, or of SenML, that is not spoken here. */
    UNKNOWN_VERSION("unknown-version"),
    /** A topic that is none of ours. */
    UNKNOWN_TOPIC("unknown-topic"),
    /** The topic and the bytes name different devices, journals or numbers. */
    WRONG_IDENTITY("wrong-identity"),
    /** A probe, door or kind of record that is not known for this device. */
    UNKNOWN_NAME("unknown-name"),
    /** Its device was revoked. It is not answered, so that a device which comes back has it on its card still. */
    REVOKED("revoked"),
    /** A number that is not a temperature: NaN, infinite, or out of range. */
    NOT_A_TEMPERATURE("not-a-temperature"),
    /** A date before the project or beyond what can be stored, as from a clock at 1970 that claims to be trusted. */
    IMPOSSIBLE_TIME("impossible-time"),
    /** A known number with other bytes: two cards, or a copied key, use one identity. */
    FORK("fork"),
    /** It names another batch as the one before it than the one we have. */
    BROKEN_CHAIN("broken-chain"),
    /** Another reading of the same probe at the same time is stored already. */
    CONFLICTING_READING("conflicting-reading"),
    /** The database refused it, alone. */
    REFUSED_BY_DATABASE("refused-by-database");

    private final String code;

    Rejection(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Rejection> ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
