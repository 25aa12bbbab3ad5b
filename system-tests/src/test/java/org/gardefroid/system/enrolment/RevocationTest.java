package org.gardefroid.system.enrolment;

import java.nio.file.Path;
import java.time.Duration;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A broker that does not know of a revocation lets the device in: the service does not. */
class RevocationTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String READINGS = "SELECT count(*) FROM reading";

    @TempDir
    private Path folder;

    @Test
    void whatARevokedDeviceStillSendsThroughABrokerThatDoesNotKnowIsQuarantinedWithItsReasonAndStaysOnItsCard()
            throws Exception {
        try (Hospital hospital = Hospital.open(folder, "gardefroid.enrolment.revoked=" + folder.resolve("nowhere"))) {
            ChildProcess enrolling = hospital.enrol(hospital.code());
            hospital.decide(enrolling, "approve");
            assertThat(enrolling.awaitExit(SOON)).isZero();
            ChildProcess agent = hospital.agent();
            await().atMost(SOON).until(() -> hospital.count(READINGS) > 5);

            hospital.operator("/api/devices/" + Hospital.BOX + "/revoke");
            await().atMost(SOON).until(() -> hospital.count(
                    "SELECT count(*) FROM quarantine WHERE reason = 'revoked' AND detail LIKE '%box-7%'") > 3);
            agent.stop();
            assertThat(agent.lines().getLast()).matches(".*\"batchesRejected\":0,\"batchesGivenUp\":0.*");
            assertThat(agent.lines().getLast()).doesNotMatch(".*\"batchesSealed\":(\\d+),\"batchesDelivered\":\\1,.*");
        }
    }
}
