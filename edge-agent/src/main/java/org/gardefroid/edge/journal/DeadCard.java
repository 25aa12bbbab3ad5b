package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The journals on the card of a box that does not run any more, as far as they can be read: also those that the box itself
 * had set aside. The card is copied first and nothing is written to it, for to open a journal is to write beside it.
 */
public final class DeadCard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadCard.class);
    private static final String JOURNAL = "journal.db";

    private final Path copy;
    private final List<Path> files;

    private DeadCard(Path copy, List<Path> files) {
        this.copy = copy;
        this.files = files;
    }

    /**
     * @param folder that the agent kept its journal in
     * @throws IOException if there is no journal in it, or no room for its copy
     */
    public static DeadCard of(Path folder) throws IOException {
        Path copy = Files.createTempDirectory("gardefroid-card");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.filter(DeadCard::isOfAJournal).sorted().toList()) {
                Path copied = copy.resolve(name(file));
                Files.copy(file, copied);
                if (!name(file).endsWith("-wal") && !name(file).endsWith("-shm")) {
                    files.add(copied);
                }
            }
        } catch (IOException e) {
            delete(copy);
            throw e;
        }
        if (files.isEmpty()) {
            delete(copy);
            throw new NoSuchFileException(folder.resolve(JOURNAL).toString());
        }
        return new DeadCard(copy, files);
    }

    private static boolean isOfAJournal(Path file) {
        return name(file).startsWith(JOURNAL) && !name(file).endsWith("-shm") && Files.isRegularFile(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * What was found beside the batches.
     *
     * @param unreadable by journal, what was still to be sent and cannot be read, or is not what was sealed
     * @param withoutJournal batches of which the card does not say any more to which journal they belong
     * @param illegible files that say nothing at all any more
     */
    public record Left(Map<JournalId, NumberSet> unreadable, long withoutJournal, List<String> illegible) {}

    /** Reads what can be read, each batch whose bytes are what was sealed, in the order of sealing. */
    public Left read(DeviceId device, Consumer<SealedBatch> each) {
        Map<JournalId, NumberSet> lacking = new TreeMap<>();
        Map<JournalId, NumberSet> found = new HashMap<>();
        List<String> illegible = new ArrayList<>();
        long withoutJournal = 0;
        for (Path file : files) {
            try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file)) {
                List<JournalTable.Row> journals = journals(connection);
                journals.forEach(row -> lacking.merge(row.id(), row.toSend(), NumberSet::union));
                withoutJournal += new Salvage(connection, device, journals).read(batch -> {
                    if (Sha256.of(batch.content()).equals(batch.hash())) {
                        found.merge(batch.id().journal(), NumberSet.of(batch.id().number()), NumberSet::union);
                        each.accept(batch);
                    }
                });
            } catch (SQLException e) {
                LOG.warn("journal file not legible file={} reason=\"{}\"", name(file), e.getMessage());
                illegible.add(name(file));
            }
        }
        lacking.replaceAll((journal, numbers) -> numbers.minus(found.getOrDefault(journal, NumberSet.EMPTY)));
        lacking.values().removeIf(NumberSet::isEmpty);
        return new Left(lacking, withoutJournal, List.copyOf(illegible));
    }

    private static List<JournalTable.Row> journals(Connection connection) throws SQLException {
        try {
            return JournalTable.all(connection).stream().filter(SetAside::isPossible).toList();
        } catch (RuntimeException e) { // whatever stands there
            throw new SQLException("table of journals: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        delete(copy);
    }
}
