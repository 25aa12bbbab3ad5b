package org.gardefroid.hardware.port;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class WatchedI2cBusTest {

    private static final Duration LIMIT = Duration.ofMillis(100);

    @Test
    void whatIsTransferredInTimeIsPassedOn() throws BusException {
        var bus = new WatchedI2cBus(new Bus(new Replies("0119"), () -> {}), LIMIT);
        assertThat(bus.device(0x48).read(0, 2)).containsExactly(0x01, 0x19);
    }

    @Test
    void aChipThatDoesNotAnswerIsNoReasonToReset() {
        var resets = new AtomicInteger();
        var bus = new WatchedI2cBus(new Bus(new Replies(), resets::incrementAndGet), LIMIT);
        assertThatThrownBy(() -> bus.device(0x48).read(0, 2)).isInstanceOfSatisfying(BusException.class,
                e -> assertThat(e.fault()).isEqualTo(ProbeFault.DISCONNECTED));
        assertThat(resets).hasValue(0);
    }

    @Test
    void aLockedBusIsResetAndReadAgainOnceItIsFree() throws Exception {
        var wire = new CountDownLatch(1);
        var returned = new CountDownLatch(1);
        I2cDevice held = (written, read) -> {
            try {
                wire.await(10, TimeUnit.SECONDS);
                return new byte[]{7};
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                returned.countDown();
            }
        };
        var bus = new WatchedI2cBus(new Bus(held, wire::countDown), LIMIT);
        assertThatThrownBy(() -> bus.device(0x48).read(0, 1)).isInstanceOfSatisfying(BusException.class,
                e -> assertThat(e.fault()).isEqualTo(ProbeFault.BUS_LOCKED));
        returned.await(10, TimeUnit.SECONDS);
        await().ignoreExceptions() // it has returned, and its thread may have yet to say so
                .untilAsserted(() -> assertThat(bus.device(0x48).read(0, 1)).containsExactly(7));
    }

    @Test
    void aBusThatStaysLockedIsRefusedWithoutAnotherThread() {
        var asked = new AtomicInteger();
        var never = new CountDownLatch(1);
        I2cDevice held = (written, read) -> {
            asked.incrementAndGet();
            try {
                never.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return written;
        };
        var bus = new WatchedI2cBus(new Bus(held, () -> {}), LIMIT);
        I2cDevice device = bus.device(0x48);
        for (int each = 0; each < 3; each++) {
            assertThatThrownBy(() -> device.read(0, 1)).isInstanceOf(BusException.class);
        }
        assertThat(asked).hasValue(1);
        never.countDown();
    }

    private record Bus(I2cDevice device, Runnable onReset) implements I2cBus {

        @Override
        public I2cDevice device(int address) {
            return device;
        }

        @Override
        public void reset() {
            onReset.run();
        }
    }
}
