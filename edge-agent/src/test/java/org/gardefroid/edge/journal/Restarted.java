package org.gardefroid.edge.journal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.edge.delivery.Uplink;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.Decoded;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** An agent that starts on a card as it was found, reaches its service, and delivers until nothing moves any more. */
final class Restarted implements Uplink {

    static final Comparator<BatchId> BY_TEXT = Comparator.comparing(BatchId::toString);

    private static final int STARTS = 4;
    private static final int ROUNDS = 30;
    private static final int ROUND_MILLIS = 10_000;

    private final Map<BatchId, Sha256> atTheService = new HashMap<>();
    private final Map<JournalId, NumberSet> declared = new TreeMap<>();
    private final Set<Long> recorded = new HashSet<>();
    private boolean damaged;
    private @Nullable Question asked;

    /** @param delivered what is at the service already */
    static Restarted on(Path journal, DeviceId device, Map<BatchId, Sha256> delivered, Random random) {
        Restarted agent = new Restarted();
        agent.atTheService.putAll(delivered);
        CardFailedException last = null;
        for (int start = 0; start < STARTS; start++) { // it ends, and is started again
            try (var store = new SqliteJournalStore(journal, device, 1L << 30)) {
                agent.run(new Recording(device, store, agent, random), store.setAside());
                return agent;
            } catch (CardFailedException e) {
                last = e;
            }
        }
        throw new AssertionError("does not start any more", last);
    }

    private void run(Recording recording, Optional<String> setAside) {
        recording.record(new Event.AgentStarted("0.1.0"));
        setAside.ifPresent(name -> recording.record(new Event.JournalSetAside(name)));
        assertThat(recording.sealAll()).isNotEmpty();
        recording.outbox().connected(0);
        long settled = -1;
        for (int round = 1; round < ROUNDS && settled < settledOfOthers(recording.journal()); round++) {
            settled = settledOfOthers(recording.journal());
            for (int step = 0; step < 3; step++) { // asked, answered, sent; what cannot be sent goes with the next record
                long now = (3L * round + step) * ROUND_MILLIS;
                recording.outbox().tick(now);
                answer().ifPresent(receipt -> recording.outbox().receiptArrived(receipt, now));
                assertThat(recording.seal(new ProbeId("p"), 1)).isNotEmpty();
            }
        }
    }

    private long settledOfOthers(JournalId own) {
        return atTheService.keySet().stream().filter(id -> !id.journal().equals(own)).count()
                + declared.values().stream().mapToLong(NumberSet::size).sum();
    }

    private Optional<Receipt> answer() {
        Question question = asked;
        if (question == null) {
            return Optional.empty();
        }
        return Optional.of(new Receipt(Optional.of(question.nonce()), question.journals().stream()
                .map(journal -> new Receipt.OfJournal(journal, Receipt.OfJournal.ALL,
                        stored(journal).union(declared.getOrDefault(journal, NumberSet.EMPTY)), Optional.empty(),
                        Map.of()))
                .toList()));
    }

    private NumberSet stored(JournalId journal) {
        return NumberSet.of(atTheService.keySet().stream().filter(id -> id.journal().equals(journal))
                .mapToLong(BatchId::number).sorted().toArray());
    }

    @Override
    public boolean publish(SealedBatch batch) {
        Sha256 before = atTheService.putIfAbsent(batch.id(), batch.hash());
        assertThat(Sha256.of(batch.content())).isEqualTo(batch.hash());
        if (before != null) {
            assertThat(before).as("other bytes under a number that is used").isEqualTo(batch.hash());
            return true;
        }
        assertThat(BatchCodec.decode(batch.id(), batch.content())).isInstanceOf(Decoded.Ok.class);
        if (BatchCodec.decode(batch.id(), batch.content()) instanceof Decoded.Ok<Batch>(Batch sent)) {
            sent.records().forEach(this::take);
        }
        return true;
    }

    private void take(JournalRecord record) {
        switch (record.observation()) {
            case Measured _ -> assertThat(recorded.add(record.monotonicMillis())).as("stored once").isTrue();
            case Event.BatchesDropped(var journal, var numbers) -> declared.merge(journal,
                    new NumberSet(List.of(numbers)), NumberSet::union);
            case Event.JournalSetAside _ -> damaged = true;
            default -> {
            }
        }
    }

    @Override
    public void ask(Question question) {
        asked = question;
    }

    /** Of what was synced, what has not come with the bytes that it had. */
    List<BatchId> missing(Map<BatchId, Sha256> synced) {
        return synced.entrySet().stream().filter(batch -> !batch.getValue().equals(atTheService.get(batch.getKey())))
                .map(Map.Entry::getKey).sorted(BY_TEXT).toList();
    }

    boolean toldThatAPartIsDamaged() {
        return damaged;
    }

    boolean isDeclared(BatchId id) {
        return declared.getOrDefault(id.journal(), NumberSet.EMPTY).contains(id.number());
    }
}
