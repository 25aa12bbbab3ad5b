package org.gardefroid.ingest.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

class GatheringOutputTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void whatComesAloneGoesAtOnce() throws IOException {
        var wire = new Wire();
        try (var output = new GatheringOutput(wire)) {
            output.write(new byte[]{1, 2});
            output.flush();

            assertThat(wire.bytes()).containsExactly(1, 2);
        }
    }

    @Test
    void whatComesInQuickSuccessionGoesInFewWritesAndInItsOrder() throws IOException {
        var wire = new Wire();
        try (var output = new GatheringOutput(wire)) {
            for (int i = 0; i < 10_000; i++) {
                output.write(new byte[]{(byte) i, (byte) (i >>> 8)});
                output.flush();
            }

            await().atMost(SOON).until(() -> wire.bytes().length == 20_000);
            byte[] bytes = wire.bytes();
            for (int i = 0; i < 10_000; i++) {
                assertThat((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] & 0xff) << 8).isEqualTo(i);
            }
            assertThat(wire.writes.get()).isLessThan(5_000);
        }
    }

    @Test
    void whatIsLargerThanTheRoomGoesAfterWhatWasBeforeIt() throws IOException {
        var wire = new Wire();
        try (var output = new GatheringOutput(wire)) {
            output.write(7);
            output.write(new byte[100_000]);
            output.flush();

            assertThat(wire.bytes()).hasSize(100_001).startsWith(7);
        }
    }

    @Test
    void aBrokenConnectionIsToldToWhoWritesNext() throws IOException {
        var wire = new Wire();
        try (var output = new GatheringOutput(wire)) {
            output.write(1);
            output.flush();
            wire.broken = true;

            await().atMost(SOON).untilAsserted(() -> assertThatIOException().isThrownBy(() -> {
                output.write(2);
                output.flush();
            }).withMessage("cut"));
        }
    }

    private static final class Wire extends OutputStream {

        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private final AtomicInteger writes = new AtomicInteger();
        private volatile boolean broken;

        @Override
        public void write(int value) throws IOException {
            write(new byte[]{(byte) value}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            if (broken) {
                throw new IOException("cut");
            }
            sent.write(bytes, offset, length);
            writes.incrementAndGet();
        }

        private synchronized byte[] bytes() {
            return sent.toByteArray();
        }
    }
}
