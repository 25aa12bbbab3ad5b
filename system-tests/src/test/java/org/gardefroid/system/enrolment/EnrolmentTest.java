package org.gardefroid.system.enrolment;

import java.nio.file.Path;
import java.time.Duration;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How a device comes in, and how it comes in again after it was revoked. */
class EnrolmentTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String READINGS = "SELECT count(*) FROM reading";

    @TempDir
    private Path folder;

    @Test
    void aBoxIsLetInByACodeAndALookAtItsKeyThenPublishesAndIsCutOffInTheMiddleWhenItIsRevoked() throws Exception {
        try (Hospital hospital = Hospital.open(folder)) {
            String code = hospital.code();
            ChildProcess enrolling = hospital.enrol(code);
            hospital.decide(enrolling, "approve");
            assertThat(enrolling.awaitExit(SOON)).as(enrolling.lines().toString()).isZero();
            hospital.assertThatNobodyElseReadsTheIdentity();

            ChildProcess agent = hospital.agent();
            await().atMost(SOON).until(() -> hospital.count(READINGS) > 10);
            assertThat(agent.lines()).anyMatch(line -> line.contains("link up way=\"mqtts://localhost:"));

            ChildProcess again = hospital.enrol(code);
            assertThat(again.awaitExit(SOON)).isEqualTo(2);
            assertThat(again.lines().getLast()).contains("ce code n'est pas accepté");

            hospital.operator("/api/devices/" + Hospital.BOX + "/revoke");
            await().atMost(SOON).until(() -> agent.lines().stream().anyMatch(line -> line.contains("link down")));
            await().atMost(SOON).until(() -> agent.lines().stream().anyMatch(line -> line.contains("link not up")
                    && line.contains("reason=") && line.contains("135")));
            long stored = hospital.count(READINGS);

            // It comes in again as itself by a new code, with what it recorded meanwhile: nothing of it was lost.
            agent.kill9();
            ChildProcess anew = hospital.enrol(hospital.code());
            hospital.decide(anew, "approve");
            assertThat(anew.awaitExit(SOON)).as(anew.lines().toString()).isZero();
            ChildProcess back = hospital.agent();
            await().atMost(SOON).until(() -> hospital.count(READINGS) > stored);
            back.stop();
            assertThat(back.lines().getLast()).matches(".*\"batchesRejected\":0,\"batchesGivenUp\":0.*");
            assertThat(hospital.count("SELECT coalesce(audit_first_broken(), 0)")).isZero();
            assertThat(hospital.count("SELECT count(DISTINCT action) FROM audit WHERE action IN ('enrolment-code-made',"
                    + " 'enrolment-requested', 'enrolment-approved', 'enrolment-code-refused', 'device-revoked')"))
                    .isEqualTo(5);
        }
    }

    @Test
    void aRefusedDeviceKeepsNothing() throws Exception {
        try (Hospital hospital = Hospital.open(folder)) {
            ChildProcess refused = hospital.enrol(hospital.code());
            hospital.decide(refused, "refuse");
            assertThat(refused.awaitExit(SOON)).isEqualTo(2);
            assertThat(refused.lines().getLast()).contains("refusée");
            assertThat(hospital.identity()).doesNotExist();
        }
    }
}
