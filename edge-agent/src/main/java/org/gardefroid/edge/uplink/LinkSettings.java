package org.gardefroid.edge.uplink;

import java.time.Duration;

/**
 * The limits of every wait on the link.
 *
 * @param connectWithin each of: TCP connect, TLS handshake, CONNACK, SUBACK
 * @param keepAlive after so long without traffic the broker is pinged
 * @param silence the longest that nothing at all may be heard from the broker, pings' answers included
 * @param ackWithin the longest that a publish may wait for its PUBACK while nothing is heard
 * @param firstBackoff the first wait between two attempts is random, up to this; it doubles with each that fails
 * @param longestBackoff what it doubles up to
 * @param mostUnacknowledged publishes; less, where the broker's receive maximum is less
 */
public record LinkSettings(
        Duration connectWithin,
        Duration keepAlive,
        Duration silence,
        Duration ackWithin,
        Duration firstBackoff,
        Duration longestBackoff,
        int mostUnacknowledged) {

    public static final LinkSettings DEFAULT = new LinkSettings(Duration.ofSeconds(10), Duration.ofSeconds(20),
            Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofMillis(500), Duration.ofSeconds(30), 200);

    public LinkSettings {
        if (silence.compareTo(keepAlive) <= 0) {
            throw new IllegalArgumentException("silence must be longer than keep-alive: " + silence + ", " + keepAlive);
        }
        if (mostUnacknowledged < 1) {
            throw new IllegalArgumentException("one publish must be allowed to wait: " + mostUnacknowledged);
        }
    }

    public LinkSettings withLongestBackoff(Duration longest) {
        return new LinkSettings(connectWithin, keepAlive, silence, ackWithin, firstBackoff, longest,
                mostUnacknowledged);
    }
}
