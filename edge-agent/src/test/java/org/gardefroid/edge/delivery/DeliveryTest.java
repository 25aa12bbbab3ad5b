package org.gardefroid.edge.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTest {

    private static final DeviceId BOX = new DeviceId("box-1");
    private static final JournalId OLD = new JournalId("0".repeat(32));
    private static final JournalId NEW = new JournalId("1".repeat(32));
    /** A window of ten batches of 100 bytes, five of which may be backlog; 10 s of patience. */
    private static final DeliverySettings SETTINGS = new DeliverySettings(1_000, 250, 4_000, 80, 50,
            Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ZERO);

    private final List<Long> sent = new ArrayList<>();
    private final List<DeliveryAction> others = new ArrayList<>();
    private Delivery delivery = offlineWith(20);

    @Test
    void asksFirstAndSendsOnlyTheOldestBatchUntilItIsAnswered() {
        take(delivery.connected(0), 0);

        assertThat(asked().journals()).containsExactly(OLD);
        assertThat(sent).containsExactly(1L);
    }

    @Test
    void sendsWhatTheAnswerSaysIsMissingOldestFirstWithinTheShareOfTheBacklog() {
        take(delivery.connected(0), 0);
        answer(asked(), NumberSet.range(1, 4), 100);

        assertThat(sent).containsExactly(1L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void countsOnlyAReceiptAsDelivery() {
        connectAndAnswerNothing();

        assertThat(others).noneMatch(DeliveryAction.MarkDelivered.class::isInstance);

        receipt(NumberSet.range(1, 2), 200);
        assertThat(others).contains(new DeliveryAction.MarkDelivered(OLD, NumberSet.range(1, 2)));
    }

    @Test
    void sendsAnUrgentBatchBeforeTheBacklogAndBeyondTheWindow() {
        connectAndAnswerNothing();
        sent.clear();

        take(delivery.sealed(new BatchId(BOX, OLD, 21), true, 300), 300);

        assertThat(sent).containsExactly(21L);
    }

    @Test
    void sendsAnUrgentBatchEvenWhileItDoesNotKnowWhatIsStored() {
        take(delivery.connected(0), 0);
        take(delivery.sealed(new BatchId(BOX, OLD, 21), true, 10), 10);

        assertThat(sent).containsExactly(1L, 21L);
    }

    @Test
    void leavesRoomInTheWindowForWhatIsNew() {
        connectAndAnswerNothing();
        sent.clear();

        take(delivery.sealed(new BatchId(BOX, OLD, 21), false, 300), 300);

        assertThat(sent).as("although the backlog's share is full").containsExactly(21L);
    }

    @Test
    void fallsBackToTheOldestBatchAndAQuestionWhenNothingHasMoved() {
        connectAndAnswerNothing();
        sent.clear();
        others.clear();

        take(delivery.tick(20_000), 20_000);

        assertThat(sent).containsExactly(1L);
        assertThat(asked().journals()).containsExactly(OLD);
    }

    @Test
    void halvesTheWindowEachTimeThatNothingMovesAndSendsFewAndFewer() {
        connectAndAnswerNothing();
        long now = 0;
        for (int i = 0; i < 20; i++) {
            now += 120_000;
            others.clear();
            sent.clear();
            take(delivery.tick(now), now);
            assertThat(sent).as("without an answer, one batch each time").containsExactly(1L);
        }
        sent.clear();
        answer(asked(), NumberSet.EMPTY, now + 50);

        assertThat(sent).as("half of 250 bytes is the backlog's, and one is in flight").containsExactly(2L);
    }

    @Test
    void waitsLongerEachTimeThatThereIsNoAnswer() {
        take(delivery.connected(0), 0);
        long first = delivery.wakeAtMillis().orElseThrow();
        take(delivery.tick(first), first);
        long second = delivery.wakeAtMillis().orElseThrow();

        assertThat(first).isBetween(10_000L, 15_000L);
        assertThat(second - first).isBetween(20_000L, 30_000L);
    }

    @Test
    void asksAgainForOneThatIsLongInFlightWhileOthersArrive() {
        connectAndAnswerNothing();
        others.clear();
        receipt(NumberSet.range(2, 5), 9_000);

        take(delivery.tick(10_200), 10_200);
        sent.clear();
        answer(asked(), NumberSet.range(2, 5), 10_300);

        assertThat(sent).first().as("batch 1 was lost alone").isEqualTo(1L);
    }

    @Test
    void doesNotTakeForLostWhatItSentAfterItAsked() {
        connectAndAnswerNothing();
        others.clear();
        take(delivery.helloArrived(5_000), 5_000);
        Question question = asked();
        take(delivery.sealed(new BatchId(BOX, OLD, 21), true, 5_001), 5_001);
        sent.clear();

        answer(question, NumberSet.range(1, 5), 5_100);

        assertThat(sent).doesNotContain(21L);
    }

    @Test
    void sendsAgainWhatARestoredServiceNoLongerHas() {
        connectAndAnswerNothing();
        receipt(NumberSet.range(1, 5), 200);
        others.clear();
        take(delivery.helloArrived(5_000), 5_000);

        answer(asked(), NumberSet.range(1, 2), 5_100);

        assertThat(others).contains(new DeliveryAction.Retract(OLD, NumberSet.range(3, 5)));
        assertThat(sent).contains(3L);
    }

    @Test
    void asksAgainWhenAQuestionOrItsAnswerWasLostAlthoughNothingIsInFlight() {
        connectAndAnswerNothing();
        receipt(NumberSet.range(1, 20), 200);
        take(delivery.helloArrived(5_000), 5_000);
        others.clear();

        long wake = delivery.wakeAtMillis().orElseThrow();
        take(delivery.tick(wake), wake);
        answer(asked(), NumberSet.range(1, 18), wake + 50);

        assertThat(wake).isEqualTo(15_000L);
        assertThat(others).contains(new DeliveryAction.Retract(OLD, NumberSet.range(19, 20)));
    }

    @Test
    void takesNothingAwayForAReceiptThatAnswersNoneOfItsQuestions() {
        connectAndAnswerNothing();
        receipt(NumberSet.range(1, 5), 200);
        others.clear();

        receipt(NumberSet.EMPTY, 300);
        arrives(new Receipt(Optional.of(new Nonce(42)), List.of(ofOld(NumberSet.EMPTY))), 400);

        assertThat(others).isEmpty();
    }

    @Test
    void takesNothingAwayForTheSecondCopyOfAnAnswer() {
        take(delivery.connected(0), 0);
        Question question = asked();
        answer(question, NumberSet.EMPTY, 100);
        receipt(NumberSet.range(1, 5), 200);
        others.clear();

        answer(question, NumberSet.EMPTY, 300);

        assertThat(others).isEmpty();
    }

    @Test
    void believesAnAnswerOnlyUpToWhereItSpeaks() {
        connectAndAnswerNothing();
        receipt(NumberSet.range(1, 5), 200);
        others.clear();
        take(delivery.helloArrived(5_000), 5_000);

        arrives(new Receipt(Optional.of(asked().nonce()), List.of(
                new Receipt.OfJournal(OLD, 3, NumberSet.range(1, 2), Optional.empty(), Map.of()))), 5_100);

        assertThat(others).contains(new DeliveryAction.Retract(OLD, NumberSet.of(3)));
    }

    @Test
    void doesNotSendARejectedBatchAgain() {
        take(delivery.connected(0), 0);
        arrives(new Receipt(Optional.of(asked().nonce()), List.of(new Receipt.OfJournal(OLD, Receipt.OfJournal.ALL,
                NumberSet.EMPTY, Optional.empty(), Map.of(1L, Rejection.MALFORMED)))), 100);
        sent.clear();

        take(delivery.tick(60_000), 60_000);

        assertThat(others).contains(new DeliveryAction.MarkRejected(OLD, Map.of(1L, Rejection.MALFORMED)));
        assertThat(sent).containsExactly(2L);
    }

    @Test
    void asksForEverythingOnceAnHour() {
        delivery = new Delivery(BOX, SETTINGS, new SplittableRandom(1), List.of(
                journal(OLD, 3, NumberSet.range(1, 3)), journal(NEW, 1, NumberSet.of(1))));
        take(delivery.connected(0), 0);
        arrives(new Receipt(Optional.of(asked().nonce()), List.of(ofOld(NumberSet.range(1, 3)),
                new Receipt.OfJournal(NEW, Receipt.OfJournal.ALL, NumberSet.of(1), Optional.empty(), Map.of()))), 50);
        others.clear();

        long next = delivery.wakeAtMillis().orElseThrow();
        take(delivery.tick(next), next);

        assertThat(next).isBetween(3_600_000L, 5_400_000L);
        assertThat(asked().journals()).containsExactly(OLD, NEW);
    }

    @Test
    void asksInSeveralQuestionsIfThereAreManyJournals() {
        List<JournalState> journals = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            journals.add(journal(new JournalId("%032x".formatted(i)), 1, NumberSet.of(1)));
        }
        delivery = new Delivery(BOX, SETTINGS, new SplittableRandom(1), journals);

        take(delivery.connected(0), 0);

        assertThat(others.stream().filter(DeliveryAction.Ask.class::isInstance)
                .map(ask -> ((DeliveryAction.Ask) ask).question().journals().size())).containsExactly(100, 100, 50);
    }

    @Test
    void triesAgainASecondLaterWhatTheLinkDidNotTake() {
        List<DeliveryAction> actions = delivery.connected(0);
        assertThat(actions).contains(new DeliveryAction.Publish(new BatchId(BOX, OLD, 1)));
        assertThat(delivery.publishFailed(new BatchId(BOX, OLD, 1), 0)).isEmpty();

        assertThat(delivery.wakeAtMillis().orElseThrow()).isBetween(1_000L, 1_500L);
        assertThat(delivery.tick(1_500)).contains(new DeliveryAction.Publish(new BatchId(BOX, OLD, 1)));
    }

    @Test
    void drainsABacklogOfEightHoursInAFewRoundTrips() {
        delivery = new Delivery(BOX, DeliverySettings.DEFAULT, new SplittableRandom(1),
                List.of(journal(OLD, 480, NumberSet.EMPTY)));
        take(delivery.connected(0), 0);
        answer(asked(), NumberSet.EMPTY, 200);
        int roundTrips = 0;
        while (sent.size() < 480) {
            roundTrips++;
            receipt(NumberSet.range(1, sent.size()), 200 + 200L * roundTrips);
        }

        assertThat(sent).doesNotHaveDuplicates();
        assertThat(roundTrips).isLessThanOrEqualTo(5);
    }

    private void connectAndAnswerNothing() {
        take(delivery.connected(0), 0);
        answer(asked(), NumberSet.EMPTY, 100);
    }

    private void answer(Question question, NumberSet stored, long now) {
        arrives(new Receipt(Optional.of(question.nonce()), List.of(ofOld(stored))), now);
    }

    private void receipt(NumberSet stored, long now) {
        arrives(new Receipt(Optional.empty(), List.of(ofOld(stored))), now);
    }

    private void arrives(Receipt receipt, long now) {
        take(delivery.receiptArrived(receipt, now), now);
    }

    /** Carries out what is wanted: the link takes everything, and each batch has 100 bytes. */
    private void take(List<DeliveryAction> actions, long now) {
        List<DeliveryAction> left = new ArrayList<>(actions);
        while (!left.isEmpty()) {
            DeliveryAction action = left.removeFirst();
            if (action instanceof DeliveryAction.Publish(BatchId id)) {
                sent.add(id.number());
                left.addAll(delivery.published(id, 100, now));
            } else {
                others.add(action);
            }
        }
    }

    private Question asked() {
        return others.reversed().stream().filter(DeliveryAction.Ask.class::isInstance)
                .map(ask -> ((DeliveryAction.Ask) ask).question()).findFirst().orElseThrow();
    }

    private static Delivery offlineWith(int batches) {
        return new Delivery(BOX, SETTINGS, new SplittableRandom(1), List.of(journal(OLD, batches, NumberSet.EMPTY)));
    }

    private static JournalState journal(JournalId id, long last, NumberSet delivered) {
        return new JournalState(id, last, Sha256.NONE, delivered, NumberSet.EMPTY, NumberSet.EMPTY, NumberSet.EMPTY);
    }

    private static Receipt.OfJournal ofOld(NumberSet stored) {
        return new Receipt.OfJournal(OLD, Receipt.OfJournal.ALL, stored, Optional.empty(), Map.of());
    }
}
