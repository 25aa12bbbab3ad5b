package org.gardefroid.edge.uplink;

import org.gardefroid.telemetry.Receipt;

/** Who is told what comes over the link. Must return at once: it is called where Paho must not be held up. */
public interface Inbox {

    /** The broker has taken our subscriptions, too. */
    void connected(Way way);

    void disconnected();

    /** A way was tried, and did not lead to the broker, or not for long; the next is tried. */
    void notConnected(Way way, String reason);

    void receiptArrived(Receipt receipt);

    void helloArrived();

    /** @param content not yet looked at */
    void briefArrived(byte[] content);
}
