package org.gardefroid.ingest.receive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.gardefroid.ingest.guard.GroupCommit;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.mqtt.AtBroker;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Broker;
import org.gardefroid.testbed.database.Database;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Two instances of the service on one database and one broker: a shard passes from one to the other, and no batch suffers. */
final class LeaseExchangeTest {

    private static final String FIRST = "service-1";
    private static final String SECOND = "service-2";
    private static final int BATCHES = 90;
    private static final int THIRD = BATCHES / 3;

    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    static Path folder;

    private static RunningDatabase database;
    private static Broker broker;

    private Installation installation;
    private AtBroker box;
    private Journaled journal;
    private final List<Journaled.Sealed> batches = new ArrayList<>();

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        database = Database.start(folder.resolve("database"), Edition.PLAIN);
        broker = Broker.start(folder.resolve("broker"), Testbed.shared().authority());
    }

    @AfterAll
    static void stop() {
        broker.close();
        database.close();
    }

    @BeforeEach
    void install() {
        installation = Installation.create(database, broker, folder.resolve("service"),
                "leases-" + COUNT.incrementAndGet());
        box = AtBroker.connect(broker, "box-1");
        journal = new Journaled(box.device(), COUNT.get(), Instant.parse("2026-03-01T08:00:00Z"));
        for (int i = 0; i < BATCHES; i++) {
            batches.add(journal.readings("fridge-1-product", 4_000 + i, 4_100 + i));
        }
    }

    @AfterEach
    void disconnect() {
        box.close();
    }

    @Test
    void theSecondTakesOverFromAFirstThatWasKilledAndNothingIsLostOrDoubled() {
        try (ChildProcess first = installation.startProcess(FIRST);
                RunningService second = RunningService.start(installation, SECOND)) {
            send(0, THIRD);
            assertThat(isHeldBy(FIRST) && judges(FIRST)).isTrue();
            first.kill9();
            send(THIRD, 2 * THIRD);
            await().until(() -> isHeldBy(SECOND));
            send(2 * THIRD, BATCHES);
            sendAgainUntilAllIsReceipted();
            assertEachOnce();
            assertThat(held(second)).isPresent();
            await().until(() -> judges(SECOND) && allIsJudged());
        }
    }

    @Test
    void aFirstThatStoodStillThroughItsTermFindsItsShardGoneAndStoresNothingTwice() throws Exception {
        try (ChildProcess first = installation.startProcess(FIRST);
                RunningService second = RunningService.start(installation, SECOND)) {
            send(0, THIRD);
            await().until(() -> receipted().equals(numbersTo(THIRD)));
            signal(first, "STOP");
            send(THIRD, 2 * THIRD); // they wait in its connection, and it will try to store them
            await().until(() -> isHeldBy(SECOND));
            send(2 * THIRD, BATCHES);
            sendAgainUntilAllIsReceipted();
            signal(first, "CONT");
            first.awaitLine(line -> line.contains("shard lost shard=0"), "the loss of its shard",
                    Duration.ofSeconds(60));
            sendAgain(NumberSet.EMPTY);
            await().until(() -> held(second).isPresent());
            assertEachOnce();
            await().until(this::allIsJudged); // by whichever of them
        }
    }

    @Test
    void aTransactionUnderALeaseThatIsAnothersByNowStoresNothing() {
        try (RunningService service = RunningService.start(installation, FIRST)) {
            Lease mine = held(service).orElseThrow();
            installation.execute("UPDATE shard_lease SET holder = '" + SECOND + "', epoch = epoch + 1,"
                    + " until = now() + interval '1 hour'");
            assertThatThrownBy(() -> commit(service, mine)).isInstanceOf(LeaseLostException.class);
            assertThat(installation.count("SELECT count(*) FROM reading")).isZero();
        }
    }

    @Test
    void aLeaseIsNotTakenWhileATransactionUnderItIsOnItsWay() {
        try (RunningService service = RunningService.start(installation, FIRST)) {
            Lease mine = held(service).orElseThrow();
            GuardStore store = service.context().getBean(GuardStore.class);
            String take = "SET lock_timeout = '100ms'; UPDATE shard_lease SET holder = '" + SECOND
                    + "', epoch = epoch + 1, until = now() + interval '1 hour'";
            try (GuardStore.Transaction open = store.begin(Set.of(mine))) {
                assertThatThrownBy(() -> installation.execute(take)).hasStackTraceContaining("lock timeout");
                open.commit();
            }
            installation.execute(take);
            assertThat(isHeldBy(SECOND)).isTrue();
        }
    }

    @Test
    void aTransactionThatNobodyGoesOnWithEndsByItself() throws Exception {
        try (RunningService service = RunningService.start(installation, FIRST)) {
            String longest = service.context().getBean(Transactions.class).in(connection -> {
                ResultSet row = connection.createStatement().executeQuery("SHOW idle_in_transaction_session_timeout");
                row.next();
                return row.getString(1);
            });
            assertThat(longest).isEqualTo("30s");
        }
    }

    private void commit(RunningService service, Lease lease) {
        new GroupCommit(service.context().getBean(GuardStore.class)).commit(
                List.of(org.gardefroid.ingest.guard.Arrival.of(journal.id(1), batches.getFirst().bytes(), Instant.MAX)),
                Set.of(lease));
    }

    /** Standing still, it does not know that time passes: as on a machine that is moved, or starved. */
    private static void signal(ChildProcess instance, String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + instance.pid()).start().waitFor();
    }

    private static Optional<Lease> held(RunningService service) {
        return Optional.ofNullable(service.context().getBean(Shards.class).keeper().held().get(0));
    }

    private boolean isHeldBy(String instance) {
        return holds(instance, 0);
    }

    private boolean judges(String instance) {
        return holds(instance, 1_024);
    }

    private boolean allIsJudged() {
        return installation.count("SELECT count(*) FROM judged WHERE numbers = '{[1," + (BATCHES + 1) + ")}'") == 1;
    }

    private boolean holds(String instance, int lease) {
        return installation
                .count("SELECT count(*) FROM shard_lease WHERE shard = " + lease + " AND until > clock_timestamp()"
                        + " AND holder = '" + instance + "'") == 1;
    }

    private void send(int from, int to) {
        for (Journaled.Sealed batch : batches.subList(from, to)) {
            box.send(batch.topic(), batch.bytes());
        }
    }

    /** As an agent does: what no receipt names is sent again. */
    private void sendAgainUntilAllIsReceipted() {
        await().pollInterval(Duration.ofSeconds(1)).until(() -> {
            NumberSet receipted = receipted();
            sendAgain(receipted);
            return receipted.equals(numbersTo(BATCHES));
        });
    }

    private void sendAgain(NumberSet receipted) {
        for (int i = 0; i < BATCHES; i++) {
            if (!receipted.contains(i + 1)) {
                send(i, i + 1);
            }
        }
    }

    private NumberSet receipted() {
        return box.receipts().stream().flatMap(receipt -> receipt.journals().stream())
                .map(Receipt.OfJournal::stored).reduce(NumberSet.EMPTY, NumberSet::union);
    }

    private static NumberSet numbersTo(int last) {
        return NumberSet.of(LongStream.rangeClosed(1, last).toArray());
    }

    private void assertEachOnce() {
        assertThat(installation.count("SELECT count(*) FROM reading")).isEqualTo(2L * BATCHES);
        assertThat(installation.count("SELECT count(DISTINCT measured_at) FROM reading")).isEqualTo(2L * BATCHES);
        assertThat(installation.count("SELECT count(*) FROM batch_log")).isEqualTo(BATCHES);
        assertThat(installation.count("SELECT count(*) FROM quarantine")).isZero();
    }
}
