package org.gardefroid.edge.uplink;

import org.gardefroid.telemetry.Receipt;

/** Who is told what comes over the link. Must return at once: it is called where Paho must not be held up. */
public interface Inbox {

    /** The broker has taken our subscriptions, too. */
    void connected();

    void disconnected();

    void receiptArrived(Receipt receipt);

    void helloArrived();

    /** @param content not yet looked at */
    void briefArrived(byte[] content);
}
