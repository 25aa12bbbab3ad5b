package org.gardefroid.alerting;

import java.util.UUID;

/** An alarm's own identity: its facts may change under it, and it stays the alarm that somebody was told of. */
public record AlarmId(UUID value) {

    public static AlarmId of(String text) {
        return new AlarmId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
