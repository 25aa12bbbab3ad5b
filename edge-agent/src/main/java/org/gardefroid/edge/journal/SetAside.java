package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.NumberRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/** A file of journals that was not sound, and was moved out of the way of a new one. Nothing writes to it any more. */
record SetAside(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    /** One a second for thirty thousand years. */
    private static final NumberRange MOST_NUMBERS = new NumberRange(1, 1_000_000_000_000L);

    private static final String[] PARTS = {"", "-wal", "-shm"};

    static void move(Path journal, String reason) {
        int free = 1;
        while (Files.exists(named(journal, free))) {
            free++;
        }
        Path aside = named(journal, free);
        LOG.error("journal file set aside file={} as={} reason=\"{}\"", journal, aside, reason);
        try {
            for (String part : PARTS) {
                Path from = Path.of(journal + part);
                if (Files.exists(from)) {
                    Files.move(from, Path.of(aside + part));
                }
            }
        } catch (IOException e) {
            throw new CardFailedException(journal, "cannot set aside", e);
        }
    }

    /** The last one, if there is any. */
    static Optional<SetAside> latest(Path journal) {
        int number = 1;
        while (Files.exists(named(journal, number))) {
            number++;
        }
        return number == 1 ? Optional.empty() : Optional.of(new SetAside(named(journal, number - 1)));
    }

    private static Path named(Path journal, int number) {
        return Path.of(journal + ".unsound-" + number);
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /** A damaged table may say anything. */
    static boolean isPossible(JournalTable.Row row) {
        return MOST_NUMBERS.contains(row.lastNumber());
    }

    /** What can still be read of its table of journals, and can be true: perhaps not all, perhaps not the last state. */
    List<JournalTable.Row> legible() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            return JournalTable.all(connection).stream().filter(SetAside::isPossible).toList();
        } catch (SQLException | RuntimeException e) { // whatever stands there: the agent must start
            LOG.warn("journal file not legible file={} reason=\"{}\"", file, e.getMessage());
            return List.of();
        }
    }
}
