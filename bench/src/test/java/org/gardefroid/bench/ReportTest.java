package org.gardefroid.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {

    private static final RunResult SATURATED = run("saturated-20", 0, 100_000, 5_000);

    @Test
    void theJsonIsOneLineWithTheSaturatedRunsByTheirReadingsAMessage() {
        String json = new Report("postgresql 18.6", 800_000, List.of(SATURATED)).json();
        assertThat(json).startsWith("{\"copyReadingsPerSecond\":800000,\"ingest\":[{\"readingsPerMessage\":20,"
                + "\"messagesPerSecond\":20000,\"readingsPerSecond\":400000,\"ratioToCopy\":0.500,"
                + "\"receiveToCommitP50Millis\":12.000,\"receiveToCommitP99Millis\":34.000,\"judgingLagSeconds\":null,")
                .doesNotContain("\n");
    }

    @Test
    void aPacedRunThatSentOnAfterItsTimeIsSaidToHaveFallenBehind() {
        assertThat(run("paced-1", 20_000, 100_000, 6_050).keptUp()).isTrue();
        assertThat(run("paced-1", 20_000, 100_000, 6_200).keptUp()).isFalse();
    }

    @Test
    void whatAMessageCostIsToldApartFromHowFastItWent() {
        assertThat(SATURATED.cpuMicrosPerMessage("service")).isEqualTo(40.0);
    }

    private static RunResult run(String name, int pace, long sent, long millis) {
        return new RunResult(name, new Load(1, 1_000, 20, 20, pace, 5, 40, 0, 5), sent, millis, OptionalDouble.of(12),
                OptionalDouble.of(34), OptionalDouble.of(5), OptionalDouble.empty(), Map.of("service", 0.8), 0.1, 0);
    }
}
