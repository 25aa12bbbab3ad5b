package org.gardefroid.edge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.delivery.CardFullException;
import org.gardefroid.edge.delivery.DeliverySettings;
import org.gardefroid.edge.delivery.JournalStore;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.edge.delivery.SealingSettings;
import org.gardefroid.edge.delivery.Uplink;
import org.gardefroid.edge.journal.SqliteJournalStore;
import org.gardefroid.edge.sampling.Sampled;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.VialId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RecorderTest {

    private static final DeviceId DEVICE = new DeviceId("box-7");

    @TempDir
    private Path folder;

    private final List<Batch> onTheCard = new ArrayList<>();
    private boolean isFull;
    private SqliteJournalStore store;
    private CardState card;
    private Recorder recorder;

    @BeforeEach
    void open() {
        store = new SqliteJournalStore(folder.resolve("journal.db"), DEVICE, 10_000_000);
        card = new CardState(new LostMemory(folder.resolve("memory-lost"), false, "?"), Set.of());
        Account account = new Account();
        Outbox outbox = new Outbox(DEVICE, new JournalId("1".repeat(32)), filling(), noLink(), account,
                SealingSettings.DEFAULT, DeliverySettings.DEFAULT, new Random(1));
        recorder = new Recorder(outbox, () -> 0, account, Optional.empty(), Duration.ZERO, false, onTheCard::add, card);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstWriteThatTheCardRefusesIsToldAndWhatWaitsIsWrittenAsSoonAsThereIsRoom() {
        isFull = true;
        recorder.record(cycle(new Event.VialMoved(new VialId("v-3"), false)));
        assertThat(card.isFull()).isTrue();
        assertThat(onTheCard).isEmpty();

        recorder.turn();
        assertThat(card.isFull()).isTrue();

        isFull = false;
        recorder.turn();
        assertThat(card.isFull()).isFalse();
        assertThat(onTheCard).hasSize(1);
    }

    private static Cycle cycle(Event event) {
        return new Cycle(new Moment(new BootId("b"), 0, Optional.empty()), List.of(new Sampled(event, true)),
                Seen.NOTHING, Optional.empty(), 0);
    }

    /** The store itself, on a card that somebody else fills. */
    private JournalStore filling() {
        return (JournalStore) Proxy.newProxyInstance(JournalStore.class.getClassLoader(),
                new Class<?>[]{JournalStore.class}, (_, method, arguments) -> {
                    if (isFull && method.getName().equals("seal")) {
                        throw new CardFullException("full");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Uplink noLink() {
        return new Uplink() {
            @Override
            public boolean publish(SealedBatch batch) {
                return false;
            }

            @Override
            public void ask(Question question) {
                // nobody there
            }
        };
    }
}
