package org.gardefroid.system.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
            assertThatNobodyElseReads(hospital.identity());

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
            agent.stop();
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
    void aRefusedDeviceKeepsNothingAndACertificateIsRenewedBeforeItsEndAndUsed() throws Exception {
        try (Hospital hospital = Hospital.open(folder, "gardefroid.enrolment.certificate-lasts=1h",
                "gardefroid.enrolment.renew-after=8s")) {
            ChildProcess refused = hospital.enrol(hospital.code());
            hospital.decide(refused, "refuse");
            assertThat(refused.awaitExit(SOON)).isEqualTo(2);
            assertThat(refused.lines().getLast()).contains("refusée");
            assertThat(hospital.identity()).doesNotExist();

            ChildProcess enrolling = hospital.enrol(hospital.code());
            hospital.decide(enrolling, "approve");
            assertThat(enrolling.awaitExit(SOON)).isZero();
            ChildProcess agent = hospital.agent();
            await().atMost(SOON).until(() -> hospital.count("SELECT count(*) FROM device_certificate") >= 2);
            await().atMost(SOON)
                    .until(() -> agent.lines().stream().anyMatch(line -> line.contains("certificate renewed")));
            assertThatNobodyElseReads(hospital.identity());

            // Its first certificate counts no more: it is in by the renewed one, or not at all.
            try (var connection = java.sql.DriverManager.getConnection(hospital.site().jdbcUrl(),
                    hospital.site().database().superuser(), hospital.site().database().password())) {
                connection.createStatement().execute(
                        "UPDATE device_certificate SET revoked_at = now() WHERE enrolment IS NOT NULL");
            }
            await().atMost(SOON).until(() -> agent.lines().stream().anyMatch(line -> line.contains("link down")));
            await().atMost(SOON).until(
                    () -> agent.lines().stream().filter(line -> line.contains("link up")).count() >= 2);
            assertThat(hospital.count("SELECT count(*) FROM audit WHERE action = 'certificate-renewed'")).isPositive();
        }
    }

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

    private static void assertThatNobodyElseReads(Path identity) throws IOException {
        assertThat(Files.getPosixFilePermissions(identity)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(identity)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(5).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
