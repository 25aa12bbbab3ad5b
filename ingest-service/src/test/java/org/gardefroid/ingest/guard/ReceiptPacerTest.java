package org.gardefroid.ingest.guard;

import java.time.Duration;
import java.util.List;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.Question;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptPacerTest {

    private static final JournalId JOURNAL = new JournalId("a".repeat(32));
    private static final DeviceId OTHER = new DeviceId("box-2");

    private final ReceiptPacer pacer = new ReceiptPacer(Duration.ofMillis(200), 10);

    @Test
    void tellsTheFirstAtOnceAndWhatFollowsTogetherAfterTheInterval() {
        committed(Sender.BOX, false);
        assertThat(pacer.due(1_000)).hasSize(1);

        committed(Sender.BOX, false);
        committed(Sender.BOX, false);
        assertThat(pacer.due(1_199)).isEmpty();
        assertThat(pacer.wakeAtMillis()).hasValue(1_200);
        assertThat(pacer.due(1_200)).singleElement().satisfies(due -> assertThat(due.rows()).hasSize(1));
        assertThat(pacer.due(2_000)).as("it has been told").isEmpty();
    }

    @Test
    void tellsWhatIsUrgentAtOnce() {
        committed(Sender.BOX, false);
        pacer.due(1_000);
        committed(Sender.BOX, true);

        assertThat(pacer.due(1_001)).hasSize(1);
    }

    @Test
    void doesNotMakeOneDeviceWaitForAnother() {
        committed(Sender.BOX, false);
        pacer.due(1_000);
        committed(OTHER, false);

        assertThat(pacer.due(1_001)).extracting(ReceiptPacer.Due::device).containsExactly(OTHER);
    }

    @Test
    void tellsOfManyDevicesOnlySoManyASecondThoseFirstWhoHaveWaitedLongest() {
        for (int i = 1; i <= 5; i++) {
            committed(new DeviceId("box-" + i), false);
        }

        assertThat(pacer.due(1_000)).as("ten a second are two in 200 ms").extracting(due -> due.device().value())
                .containsExactly("box-1", "box-2");
        assertThat(pacer.wakeAtMillis()).hasValue(1_200);
        committed(new DeviceId("box-1"), false);
        assertThat(pacer.due(1_199)).isEmpty();
        assertThat(pacer.due(1_200)).extracting(due -> due.device().value()).containsExactly("box-3", "box-4");
        assertThat(pacer.due(1_400)).extracting(due -> due.device().value()).containsExactly("box-5", "box-1");
    }

    @Test
    void tellsWhatIsUrgentEvenWhenManyWait() {
        for (int i = 1; i <= 5; i++) {
            committed(new DeviceId("box-" + i), i == 5);
        }

        assertThat(pacer.due(1_000)).extracting(due -> due.device().value()).containsExactly("box-1", "box-2", "box-5");
    }

    @Test
    void answersTheLastFewOfManyQuestions() {
        for (int i = 1; i <= 10; i++) {
            pacer.asked(Sender.BOX, new Question(new Nonce(i), List.of(JOURNAL)));
        }

        assertThat(pacer.due(0)).singleElement().satisfies(due -> assertThat(due.questions())
                .extracting(question -> question.nonce().value()).containsExactly(7L, 8L, 9L, 10L));
    }

    @Test
    void tellsNothingOfDevicesThatAreAnotherInstancesNow() {
        committed(Sender.BOX, false);
        pacer.forget(List.of(Sender.BOX));

        assertThat(pacer.due(1_000)).isEmpty();
        assertThat(pacer.wakeAtMillis()).isEmpty();
    }

    private void committed(DeviceId device, boolean urgent) {
        pacer.committed(device, List.of(GuardRow.empty(new JournalKey(device, JOURNAL))), urgent);
    }
}
