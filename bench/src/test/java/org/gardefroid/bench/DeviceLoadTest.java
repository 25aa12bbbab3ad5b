package org.gardefroid.bench;

import java.time.Instant;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceLoadTest {

    private static final Load LOAD = new Load(0, 1, 1, 20, 10, 1, 4, 0, 5);

    private final DeviceLoad device = DeviceLoad.of(LOAD, 0, Instant.parse("2026-03-01T00:00:00Z"),
            RandomGeneratorFactory.of("L64X128MixRandom").create(7));

    @Test
    void theWindowIsOpenedByReceiptsAlone() {
        for (int i = 0; i < 4; i++) {
            assertThat(device.next()).isPresent();
        }
        assertThat(device.next()).isEmpty();
        assertThat(device.receipted(3)).isEqualTo(3);
        assertThat(device.next()).isPresent();
    }

    @Test
    void aReceiptThatSaysLessThanTheLastCountsForNothing() {
        device.receipted(3);
        assertThat(device.receipted(2)).isZero();
        assertThat(device.receipted()).isEqualTo(3);
    }

    @Test
    void asManyBatchesAreReadyAsThePaceNeeds() {
        assertThat(LOAD.batchesPerDevice()).isEqualTo(10);
        assertThat(new Load(0, 1_000, 20, 20, 0, 7, 40, 0, 5).batchesPerDevice()).isEqualTo(175);
    }

    @Test
    void aLoadIsToldInALineAndUnderstood() {
        assertThat(Load.parse(LOAD.line())).isEqualTo(LOAD);
    }
}
