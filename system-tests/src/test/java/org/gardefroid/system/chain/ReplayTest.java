package org.gardefroid.system.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.cli.replay.ReplayCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

    @Test
    void aLoggersFileGoesThroughAgentBrokerAndServiceWithoutALossAndItsExcursionIsFound(@TempDir Path folder)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of("time,celsius"));
        for (int minute = 0; minute < 300; minute++) {
            if (minute < 200 || minute >= 260) { // an hour that nobody saw
                lines.add(MORNING.plus(Duration.ofMinutes(minute)) + ","
                        + (minute >= 60 && minute < 120 ? "9.4" : "4.8"));
            }
        }
        lines.add("at noon,5.0");
        Path file = Files.write(folder.resolve("fridge.csv"), lines);

        JsonNode account = replay("--file", file.toString(), "--time-column", "time", "--value-column", "celsius",
                "--folder", folder.resolve("work").toString());

        assertThat(account.path("rows").asInt()).isEqualTo(241);
        assertThat(account.path("rowsWithoutTime").asInt()).isEqualTo(1);
        assertThat(account.path("readingsMade").asInt()).isEqualTo(240);
        assertThat(account.path("readingsStored").asInt()).isEqualTo(240);
        assertThat(account.path("lost").asInt() + account.path("duplicated").asInt()).isZero();
        assertThat(account.path("unobservedMinutes").asInt()).isBetween(60, 61);
        assertThat(account.path("excursions")).isNotEmpty().allSatisfy(excursion -> {
            assertThat(excursion.path("since").asText()).isEqualTo("2026-03-02T07:00:00Z");
            assertThat(excursion.path("endedAt").asText()).isEqualTo("2026-03-02T08:00:00Z");
            assertThat(excursion.path("worstCelsius").asDouble()).isEqualTo(9.4);
            assertThat(excursion.path("certainty").asText()).isEqualTo("observed");
        });
    }

    private static JsonNode replay(String... arguments) throws IOException {
        PrintStream terminal = System.out;
        var said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(new CommandLine(new ReplayCommand()).execute(arguments)).isZero();
        } finally {
            System.setOut(terminal);
        }
        return new ObjectMapper().readTree(said.toString(StandardCharsets.UTF_8).lines().toList().getLast());
    }
}
