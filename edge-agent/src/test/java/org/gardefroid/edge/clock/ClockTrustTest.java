package org.gardefroid.edge.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ClockTrustTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private ClockTrust trust() {
        return new ClockTrust(Optional.of(folder.resolve("synchronized")), Optional.of(folder.resolve("rtc0")));
    }

    private void rtc(String told) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("rtc0")).resolve("since_epoch"), told + "\n");
    }

    @Test
    void farFromAnyNetworkTheClockThatGoesOnWithoutCurrentVouchesForTheTime() throws IOException {
        assertThat(trust().isRight(NOON)).isFalse();
        rtc(String.valueOf(NOON.getEpochSecond() - 2));
        assertThat(trust().isRight(NOON)).isTrue();
    }

    @Test
    void aWallClockThatSaysSomethingElseThanItIsNotBelieved() throws IOException {
        rtc(String.valueOf(NOON.getEpochSecond()));
        assertThat(trust().isRight(Instant.EPOCH.plusSeconds(30))).isFalse();
        assertThat(trust().isRight(NOON.plusSeconds(3))).isFalse();
    }

    @Test
    void oneThatHasLostTheTimeVouchesForNothing() throws IOException {
        rtc("");
        assertThat(trust().isRight(NOON)).isFalse();
    }

    @Test
    void aClockThatWasNeverSetIsNeverBelieved() {
        assertThat(ClockTrust.ALWAYS.isRight(java.time.Instant.parse("1970-01-01T00:03:00Z"))).isFalse();
        assertThat(ClockTrust.ALWAYS.isRight(java.time.Instant.parse("2026-03-02T08:00:00Z"))).isTrue();
    }

    @Test
    void theNetworkIsBelievedWithoutIt() throws IOException {
        Files.createFile(folder.resolve("synchronized"));
        assertThat(trust().isRight(NOON)).isTrue();
    }
}
