package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The server's time, as a test wants it. */
final class SettableClock implements InstantSource {

    private volatile Instant now;

    SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant at) {
        now = at;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
