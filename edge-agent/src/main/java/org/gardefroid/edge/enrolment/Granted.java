package org.gardefroid.edge.enrolment;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the service gives a device that it has let in.
 *
 * @param certificate ours, PEM
 * @param authority who may vouch for the broker, PEM
 * @param broker the ways to it, as in our file; empty where the file names them
 * @param renewAfter from when on the next certificate is asked for
 */
record Granted(String device, int shard, String certificate, String authority, String broker, Instant renewAfter,
        Instant ends) {

    static final String STATE = "granted";

    /** @return empty where something is missing or is not what it should be */
    static Optional<Granted> of(Map<String, String> answer) {
        try {
            Granted granted = new Granted(answer.getOrDefault("device", ""),
                    Integer.parseInt(answer.getOrDefault("shard", "")), answer.getOrDefault("certificate", ""),
                    answer.getOrDefault("authority", ""), answer.getOrDefault("broker", ""),
                    Instant.parse(answer.getOrDefault("renewAfter", "")),
                    Instant.parse(answer.getOrDefault("ends", "")));
            return Optional.of(granted)
                    .filter(all -> !all.device.isEmpty() && !all.certificate.isEmpty() && !all.authority.isEmpty());
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
