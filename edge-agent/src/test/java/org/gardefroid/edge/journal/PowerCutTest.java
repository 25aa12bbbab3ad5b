package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The agent's own journal and delivery, after the power was cut somewhere while it wrote, and on a card that forgets. */
class PowerCutTest {

    private static final int CUTS = 1_000;
    private static final int CUTS_OF_A_LIFE = 25;
    private static final DeviceId DEVICE = new DeviceId("box-7");

    @TempDir(factory = InMemory.class)
    private Path folder;

    /** The cuts are simulated, so that a real disk would only be slower. */
    static final class InMemory implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "cuts")
                    : Files.createTempDirectory("cuts");
        }
    }

    /** What a cut begins from: all of {@code synced} is on the card, and what comes next may be. */
    private record Moment(CardImage before, CardImage after, Map<BatchId, Sha256> synced,
            Map<BatchId, Sha256> delivered) {}

    @Test
    void afterAThousandPowerCutsNothingThatWasSyncedIsLostOrSentTwice() throws IOException {
        for (int seed = 0; seed < CUTS / CUTS_OF_A_LIFE; seed++) {
            Random random = new Random(seed);
            for (Moment moment : life(seed, random)) {
                Restarted agent = restarted(moment.before().cut(moment.after(), random), moment, random);
                assertThat(agent.missing(moment.synced())).as("seed " + seed).isEmpty();
            }
        }
    }

    @Test
    void whatACardChangedOrForgotAThousandTimesIsDeclaredAndNothingIsSentTwice() throws IOException {
        int found = 0;
        for (int seed = 0; seed < CUTS / CUTS_OF_A_LIFE; seed++) {
            Random random = new Random(1_000 + seed);
            for (Moment moment : life(seed, random)) {
                CardImage cut = moment.before().cut(moment.after(), random);
                Restarted agent = restarted(cut.damaged(random), moment, random);
                List<BatchId> missing = agent.missing(moment.synced());
                found += missing.isEmpty() ? 0 : 1;
                if (!agent.toldThatAPartIsDamaged()) {
                    assertThat(missing).as("seed " + seed + ", neither sent nor declared").allMatch(agent::isDeclared);
                }
            }
        }
        assertThat(found).as("damage that cost something").isGreaterThan(CUTS / 10);
    }

    private Restarted restarted(CardImage card, Moment moment, Random random) throws IOException {
        Path where = Files.createTempDirectory(folder, "cut");
        card.write(where.resolve("journal.db"));
        Restarted agent = Restarted.on(where.resolve("journal.db"), DEVICE, moment.delivered(), random);
        try (Stream<Path> left = Files.list(where)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        return agent;
    }

    /** Some starts of an agent that records, is receipted now and then, and is killed or stopped; in all so many steps. */
    private List<Moment> life(int seed, Random random) throws IOException {
        Path journal = Files.createTempDirectory(folder, "life").resolve("journal.db");
        List<Moment> moments = new ArrayList<>();
        Map<BatchId, Sha256> synced = new TreeMap<>(Restarted.BY_TEXT);
        Map<BatchId, Sha256> delivered = new TreeMap<>(Restarted.BY_TEXT);
        int records = seed % 8 == 0 ? 600 : 1 + random.nextInt(30); // the large ones make SQLite move the log into the file
        int steps = seed % 8 == 0 ? 110 : CUTS_OF_A_LIFE;
        SqliteJournalStore store = open(journal);
        Recording recording = new Recording(DEVICE, store, random);
        CardImage before = CardImage.of(journal);
        for (int step = 0; step < steps; step++) {
            Map<BatchId, Sha256> syncedBefore = Map.copyOf(synced);
            switch (random.nextInt(12)) {
                case 0 -> {
                    store.close();
                    store = open(journal);
                    recording = new Recording(DEVICE, store, random);
                }
                case 1, 2 -> {
                    JournalId one = synced.isEmpty()
                            ? recording.journal()
                            : List.copyOf(synced.keySet()).get(random.nextInt(synced.size())).journal();
                    NumberSet numbers = NumberSet.range(1, 1 + random.nextInt(10));
                    store.markDelivered(one, numbers);
                    synced.forEach((id, hash) -> {
                        if (id.journal().equals(one) && numbers.contains(id.number())) {
                            delivered.put(id, hash);
                        }
                    });
                }
                default -> synced.putAll(recording.seal(new ProbeId("p"), records));
            }
            CardImage after = CardImage.of(journal);
            if (step >= steps - CUTS_OF_A_LIFE) {
                // What a receipt names has been at the service before the mark is on the card.
                moments.add(new Moment(before, after, syncedBefore, Map.copyOf(delivered)));
            }
            before = after;
        }
        store.close();
        return moments;
    }

    private static SqliteJournalStore open(Path journal) {
        return new SqliteJournalStore(journal, DEVICE, 1L << 30);
    }

    @Test
    void aLogWhoseEndWasChangedIsToldOf() throws IOException {
        Path journal = folder.resolve("journal.db");
        CardImage card;
        try (SqliteJournalStore store = open(journal)) {
            Recording recording = new Recording(DEVICE, store, new Random(7));
            for (int i = 0; i < 5; i++) {
                assertThat(recording.seal(new ProbeId("p"), 3)).hasSize(1);
            }
            card = CardImage.of(journal);
        }
        byte[] log = Optional.ofNullable(card.log()).orElseThrow();
        log[log.length - 3_000] ^= 1;
        Path where = Files.createDirectories(folder.resolve("changed")).resolve("journal.db");
        new CardImage(card.file(), log).write(where);

        try (SqliteJournalStore store = open(where)) {
            assertThat(store.setAside()).contains("journal.db-wal.unsound");
            assertThat(store.journals().getFirst().lastNumber()).isEqualTo(4);
            assertThat(new Event.JournalSetAside(store.setAside().orElseThrow()).file()).isNotEmpty();
        }
    }
}
