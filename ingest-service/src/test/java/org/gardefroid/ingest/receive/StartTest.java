package org.gardefroid.ingest.receive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What whoever starts the service hears of it where it cannot. */
final class StartTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private String told(Installation installation) {
        try (ChildProcess service = installation.launch("start")) {
            String line = service.awaitLine(each -> each.contains("service not started"), "why not", SOON);
            assertThat(service.awaitExit(SOON)).isEqualTo(2);
            return line;
        }
    }

    private Installation installation(String database) {
        Testbed testbed = Testbed.shared();
        return Installation.create(testbed.database(Edition.PLAIN), testbed.broker(), folder, database);
    }

    @Test
    void aFleetFileThatMeansNothingIsNamedWithItsPlaceAndValue() throws IOException {
        Installation installation = installation("start_fleet");
        Path fleet = folder.resolve("fleet.yml");
        Files.writeString(fleet, Files.readString(fleet).replace("fridge-2-8", "fridge-2-80"));
        assertThat(told(installation)).contains("preset is not known: fridge-2-80, and not one of");
    }
}
