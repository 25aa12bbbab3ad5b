package org.gardefroid.alerting.cascade;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** By what a person is told. */
public enum Channel {
    MAIL, SMS, VOICE, WEBHOOK;

    /** What stands for this in the database, the settings and the keys of texts, for ever. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel ofCode(String code) {
        return Arrays.stream(values()).filter(channel -> channel.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a channel is one of "
                        + Arrays.stream(values()).map(Channel::code).collect(Collectors.joining(", ")) + ": " + code));
    }
}
