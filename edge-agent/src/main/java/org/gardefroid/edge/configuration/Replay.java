package org.gardefroid.edge.configuration;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A file whose readings are measured again, at the times that it gives.
 *
 * @param zone of times that do not say theirs
 */
public record Replay(Path file, String timeColumn, String valueColumn, ZoneId zone) {

    static Optional<Replay> read(Settings settings) {
        Optional<String> file = settings.optional("replay.file");
        Optional<String> timeColumn = settings.optional("replay.time-column");
        Optional<String> valueColumn = settings.optional("replay.value-column");
        ZoneId zone = settings.withDefault("replay.zone", "UTC", Replay::zone);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (timeColumn.isEmpty() || valueColumn.isEmpty()) {
            settings.problem("replay.file needs replay.time-column and replay.value-column");
        }
        return Optional.of(new Replay(settings.path(file.get()), timeColumn.orElse(""), valueColumn.orElse(""), zone));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time zone; one is written Europe/Paris", e);
        }
    }
}
