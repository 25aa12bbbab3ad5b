package org.gardefroid.edge.uplink;

import java.util.ArrayDeque;
import java.util.Deque;

/** The publishes of one connection that have no PUBACK yet, of which there may be only so many. */
final class Unacknowledged {

    private final int most;
    private final Deque<Long> sentMillis = new ArrayDeque<>();

    Unacknowledged(int most) {
        this.most = most;
    }

    synchronized boolean add(long nowMillis) {
        if (sentMillis.size() >= most) {
            return false;
        }
        sentMillis.addLast(nowMillis);
        return true;
    }

    /** Acknowledgements come in the order of publishing (MQTT 5 §4.6), so that it is always the oldest's. */
    synchronized void acknowledged() {
        sentMillis.pollFirst();
    }

    /** It was added, and then not sent after all. */
    synchronized void takeBack() {
        sentMillis.pollLast();
    }

    /** When the oldest was sent, or {@code nowMillis} if there is none. */
    synchronized long oldestMillis(long nowMillis) {
        Long oldest = sentMillis.peekFirst();
        return oldest == null ? nowMillis : oldest;
    }
}
