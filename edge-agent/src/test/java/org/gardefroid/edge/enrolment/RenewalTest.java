package org.gardefroid.edge.enrolment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.gardefroid.edge.uplink.Way;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.certificates.PemFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A certificate that is to be renewed by a service that cannot be reached. */
class RenewalTest {

    private static final Instant DUE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant ENDS = DUE.plus(Duration.ofDays(30));
    private static final Duration SOON = Duration.ofSeconds(20);

    private final AtomicReference<Optional<Instant>> clock = new AtomicReference<>(Optional.empty());

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // by @BeforeEach
    private Renewal renewal;

    @BeforeEach
    void enrolled() throws Exception {
        PemFiles files = Testbed.shared().authority().client("box-7");
        Identity identity = new Identity("box-7", 0, "", files.certificate(), files.key(), files.authority(),
                URI.create("https://localhost:" + Ports.free()), Optional.of(files.authority()), DUE, ENDS);
        Way way = new Way(new Way.Carriage.Plain(), "localhost", Ports.free(), Optional.empty());
        renewal = new Renewal(folder, identity, List.of(way), clock::get, new Random(1));
    }

    @AfterEach
    void closed() {
        renewal.close();
    }

    @Test
    void whatFailedForADayIsToldWithTheCertificatesEnd() {
        failsAt(DUE.plus(Duration.ofHours(25)));
        assertThat(renewal.keepsFailing()).contains(ENDS);
        assertThat(renewal.told()).contains("certificate ends " + ENDS, "not renewed");
    }

    @Test
    void aBoxThatWasOutForADayIsNotTroubledByIt() {
        failsAt(DUE.plus(Duration.ofHours(23)));
        assertThat(renewal.keepsFailing()).isEmpty();
        clock.set(Optional.of(DUE.plus(Duration.ofDays(1))));
        assertThat(renewal.keepsFailing()).as("to the second").isEmpty();
        clock.set(Optional.of(DUE.plus(Duration.ofDays(1)).plusSeconds(1)));
        assertThat(renewal.keepsFailing()).contains(ENDS);
    }

    @Test
    void withoutTheTimeNobodyKnowsAndNothingIsSaid() {
        failsAt(DUE.plus(Duration.ofDays(5)));
        clock.set(Optional.empty());
        assertThat(renewal.keepsFailing()).isEmpty();
    }

    @Test
    void whatHasNotBeenTriedHasNotFailed() {
        clock.set(Optional.of(DUE.plus(Duration.ofDays(5))));
        assertThat(renewal.keepsFailing()).isEmpty();
        assertThat(renewal.told()).isEmpty();
    }

    private void failsAt(Instant now) {
        clock.set(Optional.of(now));
        renewal.start();
        await().atMost(SOON).until(() -> !renewal.told().isEmpty());
    }
}
