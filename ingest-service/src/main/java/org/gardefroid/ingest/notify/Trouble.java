package org.gardefroid.ingest.notify;

import java.util.Arrays;
import java.util.Locale;

/** What may be wrong with the watching itself. */
public enum Trouble {
    JUDGING_FAILED,
    /** Of some lots or vials in it nothing can be said. */
    GOODS_NOT_JUDGED,
    /** A number was used twice with other contents: two cards, a copied key, or something altered. */
    FORK, BROKEN_CHAIN,
    /** Nobody is on call by a rota that was asked. */
    NOBODY_ON_CALL,
    /** Nobody will be on call by a rota, some time soon. */
    NOBODY_ON_CALL_SOON,
    /** A device should have renewed its certificate, and has not. */
    CERTIFICATE_ENDS,
    /** What was sent on its way to prove that alarms come through did not. */
    CANARY_LOST,
    /** The outside address that watches the watcher does not take its sign of life. */
    HEARTBEAT_LOST,
    /** Nothing is wrong: it is tried whether a telephone rings. */
    WEEKLY_TEST,
    /** One that this program has no words for. */
    OTHER;

    /** The rule's name of such an alarm, for ever. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Trouble ofCode(String code) {
        return Arrays.stream(values()).filter(trouble -> trouble.code().equals(code)).findFirst().orElse(OTHER);
    }
}
