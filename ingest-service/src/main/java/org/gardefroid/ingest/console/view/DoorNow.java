package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.Optional;

/** A door, and how it has been since when; nothing is known of one that was never moved. */
public record DoorNow(String name, Optional<Boolean> open, Optional<Instant> since) {

    public boolean isOpen() {
        return open.orElse(false);
    }
}
