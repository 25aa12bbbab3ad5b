package org.gardefroid.ingest.receive;

import java.time.Duration;
import java.time.Instant;
import org.gardefroid.ingest.mqtt.Arrival;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ArrivalQueueTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ArrivalQueue queue = new ArrivalQueue(3, 100);

    @Test
    void refusesWhatThereIsNoRoomFor() throws InterruptedException {
        assertThat(queue.offer(ofBytes(10), AT_ONCE)).isTrue();
        assertThat(queue.offer(ofBytes(10), AT_ONCE)).isTrue();
        assertThat(queue.offer(ofBytes(10), AT_ONCE)).isTrue();
        assertThat(queue.offer(ofBytes(10), AT_ONCE)).isFalse();
        assertThat(queue.take(2, 1_000, AT_ONCE, AT_ONCE)).hasSize(2);
        assertThat(queue.offer(ofBytes(10), AT_ONCE)).isTrue();
    }

    @Test
    void isBoundedByBytesToo() throws InterruptedException {
        assertThat(queue.offer(ofBytes(90), AT_ONCE)).isTrue();
        assertThat(queue.offer(ofBytes(20), AT_ONCE)).isFalse();
    }

    @Test
    void whatIsLargerThanTheWholeQueueStillPassesAlone() throws InterruptedException {
        assertThat(queue.offer(ofBytes(1_000), AT_ONCE)).isTrue();
        assertThat(queue.take(10, 50, AT_ONCE, AT_ONCE)).hasSize(1);
    }

    @Test
    void aFullGroupDoesNotWaitForItsTime() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            queue.offer(ofBytes(1), AT_ONCE);
        }
        long began = System.nanoTime();
        assertThat(queue.take(3, 1_000, LONG, LONG)).hasSize(3);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG);
    }

    @Test
    void nothingIsGivenWhereNothingCame() throws InterruptedException {
        assertThat(queue.take(3, 1_000, LONG, AT_ONCE)).isEmpty();
    }

    private static Arrival ofBytes(int bytes) {
        return new Arrival("t", new byte[bytes], Instant.EPOCH, System.nanoTime());
    }
}
