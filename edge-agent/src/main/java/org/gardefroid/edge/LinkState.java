package org.gardefroid.edge;

import java.util.Optional;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.uplink.Way;

/**
 * Whether the link is up: told by the link's thread, followed by the outbox's. Not a message that waits in a line, for it
 * must neither be dropped nor be heard late.
 */
final class LinkState {

    private int ups;
    private int downs;
    private int upsFollowed;
    private boolean followedAsUp;
    private Optional<Way> last = Optional.empty();
    private String told = "not tried to reach the broker yet";

    synchronized void up(Way way) {
        ups++;
        last = Optional.of(way);
        told = "linked by " + way;
    }

    synchronized void notUp(Way way, String reason) {
        told = "not linked by " + way + ": " + reason;
    }

    /** For whoever asks how it stands: by which way, or why not by the way that was tried last. */
    synchronized String told() {
        return told;
    }

    synchronized void down() {
        downs++;
    }

    /** The way that is in use; empty while none is. */
    synchronized Optional<Way> way() {
        return ups > downs ? last : Optional.empty();
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
