package org.gardefroid.edge;

import org.gardefroid.edge.delivery.Outbox;

/**
 * Whether the link is up: told by the link's thread, followed by the outbox's. Not a message that waits in a line, for it
 * must neither be dropped nor be heard late.
 */
final class LinkState {

    private int ups;
    private int downs;
    private int upsFollowed;
    private boolean followedAsUp;

    synchronized void up() {
        ups++;
    }

    synchronized void down() {
        downs++;
    }

    synchronized boolean isUp() {
        return ups > downs;
    }

    /** Tells the outbox what has changed; a link that went down and came up again has done both. */
    synchronized void follow(Outbox outbox, long nowMillis) {
        boolean isUp = ups > downs;
        boolean isAnother = ups != upsFollowed;
        if (followedAsUp && (!isUp || isAnother)) {
            outbox.disconnected(nowMillis);
        }
        if (isUp && (!followedAsUp || isAnother)) {
            outbox.connected(nowMillis);
        }
        followedAsUp = isUp;
        upsFollowed = ups;
    }
}
