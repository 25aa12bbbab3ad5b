package org.gardefroid.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JournalSizeTest {

    private static final int MINUTES_OF_A_DAY = 1_440;
    private static final int DAYS = 90;
    private static final long CAPACITY = 200L << 20;
    private static final DeviceId DEVICE = new DeviceId("box-7");

    /** One day is recorded; the journal grows evenly with its batches. */
    @Test
    void ninetyDaysOfFourProbesWithARecordAMinuteTakeLessThan200Megabytes(
            @TempDir(factory = PowerCutTest.InMemory.class) Path folder)
            throws IOException {
        Path file = folder.resolve("journal.db");
        long room;
        try (var store = new SqliteJournalStore(file, DEVICE, CAPACITY)) {
            Recording recording = new Recording(DEVICE, store, new Random(1));
            for (int minute = 0; minute < MINUTES_OF_A_DAY; minute++) {
                for (String probe : new String[]{"product", "air", "freezer-product", "freezer-air"}) {
                    recording.record(new Measured(new ProbeId("fridge-1-" + probe), new Temperature(4_000 + minute)));
                }
                assertThat(recording.sealAll()).hasSize(1);
            }
            room = store.room();
        }

        assertThat(DAYS * Files.size(file)).isLessThan(200_000_000);
        assertThat(DAYS * (CAPACITY - room)).as("as the agent counts it").isLessThan(CAPACITY);
    }
}
