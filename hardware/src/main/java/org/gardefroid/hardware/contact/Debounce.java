package org.gardefroid.hardware.contact;

import java.time.Duration;

/** Takes the bouncing out: a level counts once it has stood for a while. Knows no clock; times are {@link System#nanoTime}'s. */
final class Debounce {

    private final long stableNanos;
    private boolean settled;
    private boolean last;
    private long since;
    private int rises;

    Debounce(Duration stable, boolean level, long nanoTime) {
        this.stableNanos = stable.toNanos();
        this.settled = level;
        this.last = level;
        this.since = nanoTime;
    }

    void changed(boolean level, long nanoTime) {
        settle(nanoTime);
        if (level != last) {
            last = level;
            since = nanoTime;
        }
    }

    /** The level that counts now. */
    boolean level(long nanoTime) {
        settle(nanoTime);
        return settled;
    }

    /** How often the level that counts has gone up since this was last called. */
    int risesSinceLastAsked(long nanoTime) {
        settle(nanoTime);
        int counted = rises;
        rises = 0;
        return counted;
    }

    private void settle(long nanoTime) {
        if (last != settled && nanoTime - since >= stableNanos) {
            settled = last;
            rises += settled ? 1 : 0;
        }
    }
}
