package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The server's time, as a test wants it. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant at) {
        now = at;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
