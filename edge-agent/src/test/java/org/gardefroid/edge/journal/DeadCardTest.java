package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeadCardTest {

    private static final DeviceId DEVICE = new DeviceId("box-7");
    private static final JournalId JOURNAL = new JournalId("1".repeat(32));
    private static final int PAGE = 4_096;

    @TempDir
    private Path folder;

    private final List<Long> numbers = new ArrayList<>();

    @Test
    void whatIsOnTheCardIsReadInItsOrderAndTheCardStaysAsItWas() throws IOException {
        seal(40);
        byte[] before = Files.readAllBytes(file());

        assertThat(read()).isEqualTo(new DeadCard.Left(Map.of(), 0, List.of()));
        assertThat(numbers).hasSize(40).isSorted();
        assertThat(file()).hasBinaryContent(before);
        try (var inside = Files.list(folder)) {
            assertThat(inside).containsExactly(file());
        }
    }

    @Test
    void ofADamagedFileOnlyWhatStoodInTheDamageIsMissingAndItIsNamed() throws IOException {
        seal(400);
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            long pages = channel.size() / PAGE;
            assertThat(pages).isGreaterThan(20);
            channel.write(ByteBuffer.wrap(new byte[PAGE]), pages / 2 * PAGE);
        }

        NumberSet missing = read().unreadable().getOrDefault(JOURNAL, NumberSet.EMPTY);

        NumberSet found = NumberSet.of(numbers.stream().mapToLong(Long::longValue).toArray());
        assertThat(found.size()).isEqualTo(numbers.size()).isGreaterThan(300);
        assertThat(found.union(missing)).isEqualTo(NumberSet.range(1, 400));
        assertThat(found.intersect(missing)).isEqualTo(NumberSet.EMPTY);
    }

    @Test
    void whatTheBoxHadSetAsideIsReadAsWell() throws IOException {
        seal(10);
        Files.move(file(), folder.resolve("journal.db.unsound-1"));
        try (var store = new SqliteJournalStore(file(), DEVICE, 1 << 20)) {
            assertThat(store.setAside()).isPresent();
        }

        assertThat(read().unreadable()).isEmpty();
        assertThat(numbers).hasSize(10);
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Files.writeString(file(), "the card forgot");

        assertThat(read().illegible()).containsExactly("journal.db");
    }

    @Test
    void aFolderWithoutAJournalIsRefused() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> DeadCard.of(folder.resolve("elsewhere")));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> DeadCard.of(folder));
    }

    private DeadCard.Left read() throws IOException {
        try (DeadCard card = DeadCard.of(folder)) {
            return card.read(DEVICE, batch -> numbers.add(batch.id().number()));
        }
    }

    private void seal(int count) {
        try (var store = new SqliteJournalStore(file(), DEVICE, 1 << 30)) {
            for (int number = 1; number <= count; number++) {
                byte[] content = (number + "-".repeat(300)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                store.seal(new SealedBatch(new BatchId(DEVICE, JOURNAL, number), content, Sha256.of(content), false,
                        Optional.empty()), Map.of());
            }
        }
    }

    private Path file() {
        return folder.resolve("journal.db");
    }
}
