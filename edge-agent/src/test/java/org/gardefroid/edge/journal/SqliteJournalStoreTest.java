package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gardefroid.edge.delivery.CardFullException;
import org.gardefroid.edge.delivery.JournalState;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SqliteJournalStoreTest {

    private static final DeviceId DEVICE = new DeviceId("box-7");
    private static final JournalId FIRST = new JournalId("1".repeat(32));
    private static final JournalId SECOND = new JournalId("2".repeat(32));
    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
    private static final long PLENTY = 100L << 20;

    @TempDir
    private Path folder;

    private SqliteJournalStore store;

    @BeforeEach
    void open() {
        store = opened(PLENTY);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsSealedIsThereAfterTheNextStartByteForByte() {
        seal(FIRST, 3, false);
        store.close();
        store = opened(PLENTY);

        assertThat(store.journals()).containsExactly(new JournalState(FIRST, 3, hash(FIRST, 3), NumberSet.EMPTY,
                NumberSet.EMPTY, NumberSet.EMPTY, NumberSet.EMPTY));
        SealedBatch batch = store.batch(FIRST, 2).orElseThrow();
        assertThat(batch.content()).isEqualTo(content(FIRST, 2));
        assertThat(batch.hash()).isEqualTo(hash(FIRST, 2));
        assertThat(batch.sealedAt()).contains(MORNING.plusSeconds(2));
    }

    @Test
    void numbersFollowWithoutHolesFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.seal(batch(FIRST, 2, false), Map.of()));
        seal(FIRST, 1, false);
        assertThatIllegalArgumentException().isThrownBy(() -> store.seal(batch(FIRST, 1, false), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> store.seal(batch(FIRST, 3, false), Map.of()))
                .withMessageContaining("not the next one");
    }

    @Test
    void whatIsDeliveredIsNoLongerToBeSentAndStaysOnTheCard() {
        seal(FIRST, 5, true);
        store.markDelivered(FIRST, NumberSet.of(1, 2, 4));
        store.markRejected(FIRST, NumberSet.of(5));

        JournalState state = store.journals().getFirst();
        assertThat(state.toSend()).isEqualTo(NumberSet.of(3));
        assertThat(state.urgent()).isEqualTo(NumberSet.of(3));
        assertThat(store.batch(FIRST, 1)).isPresent();
    }

    @Test
    void marksOfNumbersThatWereNeverSealedMarkNothing() {
        seal(FIRST, 1, false);
        store.markDelivered(FIRST, NumberSet.range(1, 1_000));
        store.markDelivered(SECOND, NumberSet.of(1));

        assertThat(store.journals().getFirst().delivered()).isEqualTo(NumberSet.of(1));
        assertThat(store.journals()).hasSize(1);
    }

    @Test
    void whatWasRejectedStaysRejectedWhenTheServiceHasItAsDropped() {
        seal(FIRST, 2, false);
        store.markRejected(FIRST, NumberSet.of(1));
        store.markDelivered(FIRST, NumberSet.of(1, 2));

        assertThat(store.journals().getFirst().rejected()).isEqualTo(NumberSet.of(1));
        assertThat(store.journals().getFirst().delivered()).isEqualTo(NumberSet.of(2));
    }

    @Test
    void whatARestoredServiceLostIsSentAgainOrDeclaredIfItsBytesAreGone() {
        seal(FIRST, 4, false);
        store.markDelivered(FIRST, NumberSet.range(1, 4));
        store.forgetDelivered(MORNING.plusSeconds(3)); // 1 and 2
        store.markUndelivered(FIRST, NumberSet.range(2, 3));

        JournalState state = store.journals().getFirst();
        assertThat(state.dropped()).isEqualTo(NumberSet.of(2));
        assertThat(state.toSend()).isEqualTo(NumberSet.of(3));
        store.markDelivered(FIRST, NumberSet.of(2));
        assertThat(store.journals().getFirst().dropped()).isEqualTo(NumberSet.EMPTY);
    }

    @Test
    void whatIsOldAndNotDeliveredIsNeverForgotten() {
        seal(FIRST, 4, false);
        store.markDelivered(FIRST, NumberSet.of(1, 3));
        store.forgetDelivered(MORNING.plus(Duration.ofDays(1)));

        assertThat(store.batch(FIRST, 1)).isEmpty();
        assertThat(store.batch(FIRST, 2)).isPresent();
        assertThat(store.batch(FIRST, 3)).isEmpty();
        assertThat(store.journals().getFirst().toSend()).isEqualTo(NumberSet.of(2, 4));
    }

    @Test
    void whatAnUntrustedClockSealedIsAsOldAsWhatCameAfterIt() {
        store.seal(
                new SealedBatch(new BatchId(DEVICE, FIRST, 1), content(FIRST, 1), hash(FIRST, 1), false,
                        Optional.empty()),
                Map.of());
        store.seal(batch(FIRST, 2, false), Map.of());
        store.seal(
                new SealedBatch(new BatchId(DEVICE, FIRST, 3), content(FIRST, 3), hash(FIRST, 3), false,
                        Optional.empty()),
                Map.of());
        store.markDelivered(FIRST, NumberSet.range(1, 3));
        store.forgetDelivered(MORNING.plusSeconds(60));

        assertThat(store.batch(FIRST, 1)).isEmpty();
        assertThat(store.batch(FIRST, 3)).isPresent();
    }

    @Test
    void aJournalOfWhichNothingIsLeftIsForgottenButNotTheNewest() {
        seal(FIRST, 2, false);
        seal(SECOND, 2, false);
        store.markDelivered(FIRST, NumberSet.range(1, 2));
        store.markDelivered(SECOND, NumberSet.range(1, 2));
        store.forgetDelivered(MORNING.plus(Duration.ofDays(1)));

        assertThat(store.journals()).extracting(JournalState::journal).containsExactly(SECOND);
        assertThat(store.journals().getFirst().lastHash()).isEqualTo(hash(SECOND, 2));
    }

    @Test
    void roomIsMadeByForgettingTheOldestDeliveredFirst() {
        store.close();
        store = opened(10_000);
        seal(FIRST, 5, false);
        long before = store.room();
        store.markDelivered(FIRST, NumberSet.range(1, 3));

        long freed = store.freeDelivered(300);

        assertThat(freed).isGreaterThanOrEqualTo(300);
        assertThat(store.room()).isEqualTo(before + freed);
        assertThat(store.batch(FIRST, 1)).isEmpty();
        assertThat(store.batch(FIRST, 3)).isPresent();
        assertThat(store.freeDelivered(100_000)).isLessThan(100_000);
        assertThat(store.batch(FIRST, 4)).isPresent();
    }

    @Test
    void aFullCardTakesNothingAndChangesNothing() {
        store.close();
        store = opened(1_000);
        seal(FIRST, 2, false);

        assertThatExceptionOfType(CardFullException.class)
                .isThrownBy(() -> store.seal(batch(FIRST, 3, false), Map.of()));
        assertThat(store.journals().getFirst().lastNumber()).isEqualTo(2);
    }

    @Test
    void whatIsGivenUpMakesRoomInTheSameTransaction() {
        store.close();
        store = opened(1_000);
        seal(FIRST, 2, false);
        assertThat(store.oldestUndelivered(1)).isEqualTo(Map.of(FIRST, NumberSet.of(1)));

        store.seal(batch(FIRST, 3, true), Map.of(FIRST, NumberSet.of(1)));

        JournalState state = store.journals().getFirst();
        assertThat(state.dropped()).isEqualTo(NumberSet.of(1));
        assertThat(state.toSend()).isEqualTo(NumberSet.of(2, 3));
        assertThat(store.batch(FIRST, 1)).isEmpty();
    }

    @Test
    void theRoomIsCountedAgainAtTheNextStart() {
        seal(FIRST, 5, false);
        store.markDelivered(FIRST, NumberSet.of(1));
        store.freeDelivered(1);
        long room = store.room();
        store.close();
        store = opened(PLENTY);

        assertThat(store.room()).isEqualTo(room);
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideAndANewOneBegun() throws IOException {
        store.close();
        deleteLog();
        Files.writeString(file(), "this was a journal once, and the card forgot");
        store = opened(PLENTY);

        assertThat(store.journals()).isEmpty();
        assertThat(Path.of(file() + ".unsound-1")).content().startsWith("this was a journal");
        seal(FIRST, 1, false);
    }

    @Test
    void aDamagedDatabaseIsSetAsideAndNotWrittenTo() throws IOException {
        seal(FIRST, 200, false);
        store.close();
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            for (long page = 2; page < 8; page++) {
                channel.write(ByteBuffer.wrap(new byte[4_096]), page * 4_096);
            }
        }
        store = opened(PLENTY);

        assertThat(store.journals()).allMatch(state -> state.toSend().isEmpty());
        assertThat(store.batch(FIRST, 200)).isEmpty();
        assertThat(Path.of(file() + ".unsound-1")).exists();
    }

    @Test
    void whatIsLostInADamagedFileIsGivenUpAsFarAsItsNumbersCanBeRead() throws IOException {
        seal(FIRST, 200, false);
        store.markDelivered(FIRST, NumberSet.range(1, 150));
        store.close();
        damageTheBatches();
        store = opened(PLENTY);

        assertThat(store.journals()).containsExactly(new JournalState(FIRST, 200, Sha256.NONE, NumberSet.range(1, 150),
                NumberSet.EMPTY, NumberSet.range(151, 200), NumberSet.EMPTY));
    }

    @Test
    void thatAFileWasSetAsideIsToldUntilABatchIsOnTheCardThatCanSayIt() throws IOException {
        assertThat(store.setAside()).isEmpty();
        seal(FIRST, 200, false);
        store.close();
        damageTheBatches();
        store = opened(PLENTY);
        store.close(); // it was cut short before it could say anything
        store = opened(PLENTY);
        assertThat(store.setAside()).contains("journal.db.unsound-1");

        seal(SECOND, 1, false);
        store.close();
        store = opened(PLENTY);
        assertThat(store.setAside()).isEmpty();
        assertThat(store.journals()).extracting(JournalState::journal).containsExactly(FIRST, SECOND);
    }

    @Test
    void bytesThatTheCardChangedAreNotSent() throws SQLException {
        seal(FIRST, 1, false);
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("UPDATE batch SET content = x'00'");
        }
        store = opened(PLENTY);

        assertThat(store.batch(FIRST, 1)).isEmpty();
    }

    @Test
    void aBatchIsOnTheDiskWhenItIsSealed() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1)).isEqualTo("wal");
        }
        assertThat(store.synchronous()).isEqualTo(2); // FULL
    }

    private void seal(JournalId journal, int count, boolean urgent) {
        LongStream.rangeClosed(1, count).forEach(number -> store.seal(batch(journal, number, urgent), Map.of()));
    }

    private static SealedBatch batch(JournalId journal, long number, boolean urgent) {
        return new SealedBatch(new BatchId(DEVICE, journal, number), content(journal, number), hash(journal, number),
                urgent,
                Optional.of(MORNING.plusSeconds(number)));
    }

    private static byte[] content(JournalId journal, long number) {
        return (journal + "/" + number + "-".repeat(60)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static Sha256 hash(JournalId journal, long number) {
        return Sha256.of(content(journal, number));
    }

    private SqliteJournalStore opened(long capacity) {
        return new SqliteJournalStore(file(), DEVICE, capacity);
    }

    private Path file() {
        return folder.resolve("journal.db");
    }

    /** All pages but the first ones, where the journals are. */
    private void damageTheBatches() throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            assertThat(channel.size()).isGreaterThan(10 * 4_096);
            channel.write(ByteBuffer.wrap(new byte[(int) channel.size() - 7 * 4_096]), 7 * 4_096);
        }
    }

    private void deleteLog() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.equals(file())).toList()) {
                Files.delete(file);
            }
        }
    }
}
